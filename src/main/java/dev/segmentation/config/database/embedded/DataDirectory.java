package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The files in the folder of the embedded database.
 */
record DataDirectory(Path path) {

	private static final Logger logger = LoggerFactory.getLogger(DataDirectory.class);

	private static final int PASSWORD_BYTES = 24;

	private static final long LONG_LOG = 10_000_000;

	/** Whether there is a complete cluster. */
	boolean hasCluster() {
		return Files.exists(cluster()) && !Files.exists(unfinishedMarker());
	}

	/** The files of the server. */
	Path cluster() {
		return this.path.resolve("cluster");
	}

	/** The unpacked programs. */
	Path programs() {
		return this.path.resolve("programs");
	}

	/** The log of the server. */
	Path log() {
		return this.path.resolve("server.log");
	}

	/**
	 * Starts a new log if the old one is longer than 10 MB, and keeps one old log.
	 */
	void trimLog() throws IOException {
		if (Files.exists(log()) && Files.size(log()) > LONG_LOG) {
			Files.move(log(), this.path.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Creates a cluster, unless there is one. A cluster whose creation was interrupted
	 * has no data yet and is replaced; a complete cluster is never changed.
	 * @param initializer creates it in {@link #cluster()} with the password in a file
	 */
	void makeClusterOnce(Consumer<Path> initializer) throws IOException {
		if (hasCluster()) {
			return;
		}
		logger.info("Creating the database in {}", this.path);
		Files.write(unfinishedMarker(), new byte[0]);
		sync();
		FileSystemUtils.deleteRecursively(cluster());
		makePassword();
		initializer.accept(password());
		Files.delete(unfinishedMarker());
		// If the marker came back after a power cut, the next start would delete the
		// data.
		sync();
	}

	private Path unfinishedMarker() {
		return this.path.resolve("cluster.unfinished");
	}

	/** Writes the folder's entries to the disk; Windows does so itself. */
	private void sync() throws IOException {
		if (isPosix()) {
			try (FileChannel folder = FileChannel.open(this.path, StandardOpenOption.READ)) {
				folder.force(true);
			}
		}
	}

	/** The password of the server's only role, created with the cluster. */
	private Path password() {
		return this.path.resolve("password");
	}

	/**
	 * Creates a password file that only the user of this process can read.
	 */
	private void makePassword() throws IOException {
		byte[] bytes = new byte[PASSWORD_BYTES];
		new SecureRandom().nextBytes(bytes);
		Files.deleteIfExists(password());
		if (isPosix()) {
			Files.createFile(password(),
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		try (FileChannel file = FileChannel.open(password(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			file.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(bytes)));
			file.force(true);
		}
	}

	private boolean isPosix() {
		return this.path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	String readPassword() {
		try {
			return Files.readString(password());
		}
		catch (IOException ex) {
			throw new EmbeddedDatabaseException(
					"The password of the embedded PostgreSQL cannot be read: restore the file %s."
						.formatted(password()),
					ex);
		}
	}

}
