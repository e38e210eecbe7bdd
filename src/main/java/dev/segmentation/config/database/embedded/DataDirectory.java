package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;

import dev.segmentation.config.ProgramInfo;

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

	/**
	 * Refuses data of another major version of PostgreSQL, which this version's server
	 * cannot read.
	 */
	void refuseOtherMajorVersion() throws IOException {
		if (!hasCluster()) {
			return;
		}
		String found = Files.readString(cluster().resolve("PG_VERSION")).strip();
		if (!found.equals(ProgramInfo.postgresMajorVersion())) {
			throw new EmbeddedDatabaseException(
					("The data folder %s has data of PostgreSQL %s, and this program includes"
							+ " PostgreSQL %s: move the data to a server with the program that used the folder last,"
							+ " java -jar OLD.jar export-to jdbc:postgresql://HOST/DATABASE --user USER.")
						.formatted(this.path, found, ProgramInfo.postgresMajorVersion()));
		}
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
		if (!hasCluster()) {
			makeCluster(() -> {
				makePassword();
				initializer.accept(password());
			});
		}
	}

	/**
	 * Makes a cluster. If this is interrupted, the next start discards the cluster.
	 */
	void makeCluster(ClusterMaker maker) throws IOException {
		logger.info("Creating the database in {}", this.path);
		Files.write(unfinishedMarker(), new byte[0]);
		PrivateFiles.syncFolder(this.path);
		deleteCluster();
		try {
			maker.make();
		}
		catch (IOException ex) {
			deleteCluster();
			throw ex;
		}
		Files.delete(unfinishedMarker());
		// If the marker came back after a power cut, the next start would delete the
		// data.
		PrivateFiles.syncFolder(this.path);
	}

	void deleteCluster() throws IOException {
		FileSystemUtils.deleteRecursively(cluster());
		Files.deleteIfExists(password());
	}

	private Path unfinishedMarker() {
		return this.path.resolve("cluster.unfinished");
	}

	/** The password of the server's only role, created with the cluster. */
	Path password() {
		return this.path.resolve("password");
	}

	/**
	 * Creates a password file that only the user of this process can read.
	 */
	private void makePassword() throws IOException {
		byte[] bytes = new byte[PASSWORD_BYTES];
		new SecureRandom().nextBytes(bytes);
		try (FileChannel file = PrivateFiles.createFile(password())) {
			file.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(bytes)));
			file.force(true);
		}
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
