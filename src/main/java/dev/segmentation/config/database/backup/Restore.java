package dev.segmentation.config.database.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import dev.segmentation.config.ProgramInfo;
import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.FileReason;
import dev.segmentation.config.database.Progress;
import dev.segmentation.config.database.embedded.DataFolder;
import dev.segmentation.config.database.embedded.PrivateFiles;

/**
 * Copies a backup into the data folder.
 */
public class Restore {

	private final DataFolder data;

	private final AtomicLong size = new AtomicLong();

	Restore(DataFolder data) {
		this.data = data;
	}

	/**
	 * Checks a backup and copies it. The first start of the server recovers the database.
	 * @throws DatabaseWorkException if the backup is damaged, or cannot be used
	 * @throws dev.segmentation.config.database.embedded.EmbeddedDatabaseException if the
	 * data folder has a database, or an instance is running on it
	 */
	public void copy(Path backup, Progress progress) throws IOException {
		if (!this.data.isUsed()) {
			throw new DatabaseWorkException("SPRING_DATASOURCE_URL is set, and restore writes the embedded database"
					+ " only: remove the setting, or restore with the programs of your server.");
		}
		this.data.refuseDatabase();
		BackupManifest manifest = BackupManifest.read(backup);
		new BackupCheck(backup, manifest).check(progress);
		refuseOtherServer(manifest);
		try {
			progress.during(
					() -> "Restored %d of %d MB".formatted(this.size.get() / Backup.MEGABYTE,
							manifest.size() / Backup.MEGABYTE),
					() -> this.data.makeDatabase(() -> copy(backup, manifest)));
		}
		catch (IOException ex) {
			throw new DatabaseWorkException(("The backup cannot be restored to the data folder %s (%s)."
					+ " Nothing was restored. Correct the cause, then try again.")
				.formatted(this.data.path(), FileReason.of(ex)), ex);
		}
	}

	/** The server reads only data of its own major version. */
	private static void refuseOtherServer(BackupManifest manifest) {
		String own = ProgramInfo.postgresMajorVersion();
		if (!own.equals(manifest.postgresMajor())) {
			throw new DatabaseWorkException(
					"The backup is of PostgreSQL %s, but this program has PostgreSQL %s: restore it with version %s."
						.formatted(manifest.postgres(), own, manifest.program()));
		}
	}

	private void copy(Path backup, BackupManifest manifest) throws IOException {
		for (String folder : manifest.folders()) {
			PrivateFiles.createFolder(this.data.path().resolve(folder));
		}
		for (BackupFile file : manifest.files()) {
			Path target = this.data.path().resolve(file.path());
			BackupFile.copy(backup.resolve(file.path()), target, file.path());
			this.size.addAndGet(file.size());
		}
		for (BackupFile file : manifest.files()) {
			PrivateFiles.syncFile(this.data.path().resolve(file.path()));
		}
		for (String folder : manifest.folders()) {
			PrivateFiles.syncFolder(this.data.path().resolve(folder));
		}
	}

}
