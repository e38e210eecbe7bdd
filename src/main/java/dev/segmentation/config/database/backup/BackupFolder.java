package dev.segmentation.config.database.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.embedded.PrivateFiles;

import org.springframework.util.FileSystemUtils;

/**
 * The folder that a backup is written to. It has the password file, and the files of the
 * cluster in the folder {@code cluster}.
 */
final class BackupFolder {

	static final String CLUSTER = "cluster";

	static final String PASSWORD = "password";

	private final Path path;

	private final List<String> folders = new ArrayList<>();

	private final List<BackupFile> files = new ArrayList<>();

	private final AtomicLong size = new AtomicLong();

	private final boolean existed;

	private BackupFolder(Path path, boolean existed) {
		this.path = path;
		this.existed = existed;
	}

	/**
	 * Creates the folder.
	 * @throws DatabaseWorkException if it has files already
	 */
	static BackupFolder create(Path path) throws IOException {
		boolean exists = Files.exists(path);
		if (exists && !isEmptyFolder(path)) {
			throw new DatabaseWorkException(
					isIncomplete(path)
							? "The backup in %s is running or was interrupted: choose a new folder for each backup."
								.formatted(path)
							: "%s is not an empty folder: choose a new folder for each backup.".formatted(path));
		}
		createMissing(path);
		PrivateFiles.createFolder(path);
		return new BackupFolder(path, exists);
	}

	private static boolean isIncomplete(Path path) {
		return Files.exists(path.resolve(CLUSTER)) && Files.notExists(path.resolve(BackupManifest.FILE));
	}

	/** Creates a folder and its missing parents, and writes their names to the disk. */
	private static void createMissing(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			Path parent = folder.resolveSibling("");
			createMissing(parent);
			PrivateFiles.createFolder(folder);
			PrivateFiles.syncFolder(parent);
		}
	}

	private static boolean isEmptyFolder(Path path) throws IOException {
		if (!Files.isDirectory(path)) {
			return false;
		}
		try (Stream<Path> content = Files.list(path)) {
			return content.findAny().isEmpty();
		}
	}

	void addFolder(String name) throws IOException {
		PrivateFiles.createFolder(this.path.resolve(name));
		this.folders.add(name);
	}

	/** Copies a file, unless the server has deleted it. */
	void copyIfExists(Path source, String name) throws IOException {
		try {
			copy(source, name);
		}
		catch (NoSuchFileException ex) {
			// Replaying the log deletes it in the copy.
			Files.deleteIfExists(this.path.resolve(name));
		}
	}

	void copy(Path source, String name) throws IOException {
		BackupFile file = BackupFile.copy(source, this.path.resolve(name), name);
		this.files.add(file);
		this.size.addAndGet(file.size());
	}

	void write(String name, String content) throws IOException {
		Path file = this.path.resolve(name);
		try (FileChannel channel = PrivateFiles.createFile(file)) {
			channel.write(StandardCharsets.UTF_8.encode(content));
		}
		this.files.add(BackupFile.read(file, name));
	}

	/** Writes everything to the disk. */
	void sync() throws IOException {
		for (BackupFile file : this.files) {
			PrivateFiles.syncFile(this.path.resolve(file.path()));
		}
		for (String folder : this.folders) {
			PrivateFiles.syncFolder(this.path.resolve(folder));
		}
	}

	/** Removes everything that was written. A folder that existed before stays, empty. */
	void remove() throws IOException {
		try (Stream<Path> content = Files.list(this.path)) {
			for (Path path : content.toList()) {
				FileSystemUtils.deleteRecursively(path);
			}
		}
		if (!this.existed) {
			Files.delete(this.path);
		}
	}

	long freeSpace() throws IOException {
		return Files.getFileStore(this.path).getUsableSpace();
	}

	/** The size of the copied files in bytes. */
	long size() {
		return this.size.get();
	}

	Path path() {
		return this.path;
	}

	List<String> folders() {
		return this.folders;
	}

	List<BackupFile> files() {
		return this.files;
	}

}
