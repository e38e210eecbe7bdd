package dev.segmentation.config.database.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.embedded.PrivateFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The content of a backup. Its file is written last: a folder without it is no complete
 * backup.
 *
 * @param format the version of this file's format
 * @param program the version of the program
 * @param postgres the version of the server
 * @param start the position in the write-ahead log at which recovery starts
 * @param stop the position at which the copy is consistent
 * @param folders all folders of the backup, parents first
 */
record BackupManifest(int format, String program, String postgres, String start, String stop, Instant startedAt,
		Instant finishedAt, List<String> folders, List<BackupFile> files) {

	static final int FORMAT = 1;

	static final String FILE = "manifest.json";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Writes the file and its name to the disk. */
	void write(Path backup) throws IOException {
		Path unfinished = backup.resolve(FILE + ".unfinished");
		try (OutputStream file = Channels.newOutputStream(PrivateFiles.createFile(unfinished))) {
			file.write(JSON.writeValueAsBytes(this));
		}
		PrivateFiles.syncFile(unfinished);
		Files.move(unfinished, backup.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
		PrivateFiles.syncFolder(backup);
	}

	/**
	 * Reads the file of a backup.
	 * @throws DatabaseWorkException if the folder has no complete backup, or one that
	 * this program cannot read
	 */
	static BackupManifest read(Path backup) throws IOException {
		Path file = backup.resolve(FILE);
		if (!Files.exists(file)) {
			throw new DatabaseWorkException(
					"There is no complete backup in %s: the file %s is missing.".formatted(backup, FILE));
		}
		try {
			BackupManifest manifest = JSON.readValue(Files.readAllBytes(file), BackupManifest.class);
			if (manifest.format != FORMAT) {
				throw new DatabaseWorkException("The backup in %s has the format %d: restore it with version %s."
					.formatted(backup, manifest.format, manifest.program));
			}
			return manifest;
		}
		catch (JacksonException ex) {
			throw new DatabaseWorkException("The backup in %s is damaged: %s cannot be read.".formatted(backup, FILE),
					ex);
		}
	}

	/** The major version of the server. */
	String postgresMajor() {
		return this.postgres.replaceFirst("\\D.*", "");
	}

	long size() {
		return this.files.stream().mapToLong(BackupFile::size).sum();
	}

}
