package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import dev.segmentation.support.TestDatabase;

/**
 * Copies a running cluster as {@code pg_basebackup} does. The embedded programs do not
 * include that program.
 */
final class BaseBackup {

	/** Files of the running server, and the log, which the replica streams itself. */
	private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_wal");

	private BaseBackup() {
	}

	/**
	 * Copies the cluster of a server on this machine.
	 */
	static void take(TestDatabase server, Path cluster, Path copy) {
		try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SELECT pg_backup_start('replica', true)");
			copy(cluster, copy);
			Files.createDirectory(copy.resolve("pg_wal"));
			try (ResultSet backup = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
				backup.next();
				Files.writeString(copy.resolve("backup_label"), backup.getString("labelfile"));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void copy(Path cluster, Path copy) throws IOException {
		Files.walkFileTree(cluster, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
				if (LEFT_OUT.contains(folder.getFileName().toString())) {
					return FileVisitResult.SKIP_SUBTREE;
				}
				Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (!LEFT_OUT.contains(file.getFileName().toString())) {
					copyFile(file, target(file));
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
				// The server has deleted the file; replaying the log deletes it in the
				// copy.
				if (ex instanceof NoSuchFileException) {
					return FileVisitResult.CONTINUE;
				}
				throw ex;
			}

			private Path target(Path source) {
				return copy.resolve(cluster.relativize(source));
			}

		});
	}

	private static void copyFile(Path file, Path target) throws IOException {
		try {
			Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
		}
		catch (NoSuchFileException ex) {
			Files.deleteIfExists(target);
		}
	}

}
