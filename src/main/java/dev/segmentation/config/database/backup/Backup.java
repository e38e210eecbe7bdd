package dev.segmentation.config.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.FileReason;
import dev.segmentation.config.database.Progress;
import dev.segmentation.config.database.embedded.DataFolder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Takes backups of the embedded database. The application may be working meanwhile: the
 * backup has everything that was committed before its end.
 */
public class Backup {

	static final long MEGABYTE = 1_000_000;

	private final DataFolder data;

	private final ObjectProvider<JdbcConnectionDetails> server;

	Backup(DataFolder data, ObjectProvider<JdbcConnectionDetails> server) {
		this.data = data;
		this.server = server;
	}

	/**
	 * Takes a backup.
	 * @param target a folder that is empty or does not exist; a failed backup leaves it
	 * as it was
	 * @param program the version of this program
	 * @throws DatabaseWorkException if there can be no backup
	 */
	public void take(Path target, String program, Progress progress) throws IOException {
		if (!this.data.isUsed()) {
			throw new DatabaseWorkException("SPRING_DATASOURCE_URL is set, and backup copies the embedded database"
					+ " only: use pg_basebackup or pg_dump.");
		}
		if (realPath(target).startsWith(realPath(this.data.path()))) {
			throw new DatabaseWorkException("%s is in the data folder: choose a folder outside it.".formatted(target));
		}
		try (BackupSession session = BackupSession.open(this.server.getObject())) {
			BackupFolder folder = BackupFolder.create(target);
			try {
				take(session, folder, program, progress);
			}
			catch (IOException | RuntimeException ex) {
				folder.remove();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new DatabaseWorkException(
					"The backup in %s failed and was removed (%s). Correct the cause, then try again.".formatted(target,
							FileReason.of(ex)),
					ex);
		}
	}

	/** The path without symbolic links, also of a folder that does not exist yet. */
	private static Path realPath(Path path) throws IOException {
		Path parent = path.getParent();
		return (Files.exists(path) || parent == null) ? path.toRealPath()
				: realPath(parent).resolve(path.getFileName());
	}

	private void take(BackupSession session, BackupFolder folder, String program, Progress progress)
			throws IOException {
		Instant startedAt = Instant.now();
		progress.during(() -> "Writing a checkpoint", session::start);
		ClusterFiles files = ClusterFiles.list(this.data.cluster());
		refuseFullDisk(folder, files.size());
		progress.during(() -> "Copied %d of %d MB".formatted(folder.size() / MEGABYTE, files.size() / MEGABYTE),
				() -> copy(files, folder));
		BackupSession.End end = session.stop();
		progress.during(() -> "Copying the log and writing everything to the disk", () -> {
			copyLog(session, folder, end);
			folder.sync();
		});
		BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, program, session.serverVersion(),
				end.start(), end.stop(), startedAt, Instant.now(), folder.folders(), folder.files());
		manifest.write(folder.path());
		progress.say("The backup in %s is complete: %d files, %d MB.", folder.path(), manifest.files().size(),
				manifest.size() / MEGABYTE);
	}

	private static void refuseFullDisk(BackupFolder folder, long size) throws IOException {
		long free = folder.freeSpace();
		if (free < size) {
			throw new DatabaseWorkException("The backup needs %d MB, but the disk of %s has %d MB left."
				.formatted(size / MEGABYTE, folder.path(), free / MEGABYTE));
		}
	}

	private void copy(ClusterFiles files, BackupFolder folder) throws IOException {
		for (Path cluster : files.folders()) {
			folder.addFolder(inCluster(cluster));
		}
		for (Path file : files.files()) {
			folder.copyIfExists(this.data.cluster().resolve(file), inCluster(file));
		}
		folder.copy(this.data.password(), BackupFolder.PASSWORD);
	}

	private void copyLog(BackupSession session, BackupFolder folder, BackupSession.End end) throws IOException {
		folder.write(inCluster(Path.of("backup_label")), end.label());
		for (String file : session.logFiles(end)) {
			Path log = Path.of("pg_wal", file);
			folder.copy(this.data.cluster().resolve(log), inCluster(log));
		}
	}

	private static String inCluster(Path path) {
		return Path.of(BackupFolder.CLUSTER).resolve(path).toString().replace('\\', '/');
	}

}
