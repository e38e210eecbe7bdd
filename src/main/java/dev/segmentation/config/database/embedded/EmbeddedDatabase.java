package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import dev.segmentation.config.database.FileReason;
import dev.segmentation.config.database.embedded.PostgresServer.PostgresProgramException;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL server in a folder, with the durability settings of a normal server:
 * committed data survives a crash of the server and of this process.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final long MEGABYTE = 1_000_000;

	/** A new database and its first log need less. */
	private static final long ENOUGH_SPACE = 64 * MEGABYTE;

	private final DataDirectory directory;

	private final FolderLock lock;

	private final PostgresServer server;

	private final EmbeddedConnection connection;

	private final ServerWatch watch;

	private EmbeddedDatabase(DataDirectory directory, FolderLock lock, PostgresServer server,
			EmbeddedConnection connection) {
		this.directory = directory;
		this.lock = lock;
		this.server = server;
		this.connection = connection;
		this.watch = ServerWatch.over(server, connection.port());
	}

	/**
	 * Starts the server in a folder, which is created if it is missing. A server that a
	 * killed application left running is stopped first: this process holds the folder's
	 * lock, so no other application uses that server.
	 * @throws EmbeddedDatabaseException if the server cannot start
	 */
	public static EmbeddedDatabase start(Path path) {
		FolderLock lock = FolderLock.hold(path);
		DataDirectory directory = new DataDirectory(path);
		try {
			return start(directory, lock);
		}
		catch (UncheckedIOException ex) {
			lock.close();
			throw new EmbeddedDatabaseException(
					reason(directory, freeSpace(path), Objects.requireNonNull(ex.getCause())), ex);
		}
		catch (IOException | PostgresProgramException ex) {
			lock.close();
			throw new EmbeddedDatabaseException(reason(directory, freeSpace(path), ex), ex);
		}
		catch (RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	private static EmbeddedDatabase start(DataDirectory directory, FolderLock lock) throws IOException {
		directory.refuseOtherMajorVersion();
		directory.trimLog();
		PostgresPrograms programs = PostgresPrograms.unpack(directory.programs());
		PostgresServer server = new PostgresServer(programs, directory.cluster(), directory.log());
		server.stop();
		directory.makeClusterOnce(server::makeCluster);
		EmbeddedConnection connection = new EmbeddedConnection(freePort(), directory.readPassword());
		try {
			server.start(connection.port());
		}
		catch (PostgresProgramException ex) {
			server.stop();
			throw ex;
		}
		return new EmbeddedDatabase(directory, lock, server, connection);
	}

	/**
	 * Explains a failed start. Its server has removed what it wrote, so the disk may have
	 * some space again.
	 * @param freeSpace the space left on the disk of the folder, in bytes
	 */
	static String reason(DataDirectory directory, long freeSpace, Exception failure) {
		if (freeSpace < ENOUGH_SPACE) {
			return "The disk of the data folder %s has only %d MB left: free some space, then start again."
				.formatted(directory.path(), freeSpace / MEGABYTE);
		}
		if (failure instanceof IOException file) {
			return "The data folder %s cannot be used (%s): correct the cause, then start again."
				.formatted(directory.path(), FileReason.of(file));
		}
		return "The embedded PostgreSQL does not start: fix the error at the end of %s, then start again."
			.formatted(directory.log());
	}

	private static long freeSpace(Path path) {
		try {
			return Files.getFileStore(path).getUsableSpace();
		}
		catch (IOException ex) {
			return Long.MAX_VALUE;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	/** The folder with the server and its data. */
	public Path path() {
		return this.directory.path();
	}

	/**
	 * The connection to the server's database.
	 */
	public JdbcConnectionDetails connectionDetails() {
		return this.connection;
	}

	/**
	 * Stops the server, and waits for its last checkpoint.
	 */
	@Override
	public void close() {
		this.watch.close();
		try {
			this.server.stop();
		}
		catch (PostgresProgramException ex) {
			throw new EmbeddedDatabaseException("The embedded PostgreSQL does not stop: the end of %s has the reason."
				.formatted(this.directory.log()), ex);
		}
		finally {
			this.lock.close();
		}
	}

}
