package dev.segmentation.config.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.Progress;

/**
 * Compares the files of a backup with its manifest.
 */
final class BackupCheck {

	private final Path backup;

	private final BackupManifest manifest;

	private final AtomicLong size = new AtomicLong();

	BackupCheck(Path backup, BackupManifest manifest) {
		this.backup = backup;
		this.manifest = manifest;
	}

	/**
	 * Reads all files.
	 * @throws DatabaseWorkException if a file is missing, changed or surplus
	 */
	void check(Progress progress) throws IOException {
		refuseSurplusFiles();
		progress.during(() -> "Checked %d of %d MB".formatted(this.size.get() / Backup.MEGABYTE,
				this.manifest.size() / Backup.MEGABYTE), this::refuseDamage);
	}

	private void refuseDamage() throws IOException {
		for (BackupFile file : this.manifest.files()) {
			refuseDamage(file);
			this.size.addAndGet(file.size());
		}
	}

	private void refuseSurplusFiles() throws IOException {
		Set<Path> known = this.manifest.files()
			.stream()
			.map((file) -> this.backup.resolve(file.path()))
			.collect(Collectors.toSet());
		known.add(this.backup.resolve(BackupManifest.FILE));
		try (Stream<Path> found = Files.walk(this.backup)) {
			found.filter((path) -> !Files.isDirectory(path) && !known.contains(path)).findFirst().ifPresent((path) -> {
				throw damage("the file %s does not belong to it".formatted(this.backup.relativize(path)));
			});
		}
	}

	private void refuseDamage(BackupFile expected) throws IOException {
		Path file = this.backup.resolve(expected.path());
		if (!Files.exists(file)) {
			throw damage("the file %s is missing".formatted(expected.path()));
		}
		if (!BackupFile.read(file, expected.path()).equals(expected)) {
			throw damage("the file %s was changed".formatted(expected.path()));
		}
	}

	private DatabaseWorkException damage(String reason) {
		return new DatabaseWorkException(
				"The backup in %s is damaged: %s. Use another backup.".formatted(this.backup, reason));
	}

}
