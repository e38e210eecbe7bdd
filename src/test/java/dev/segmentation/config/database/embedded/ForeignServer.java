package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.segmentation.support.DocumentedBlock;
import dev.segmentation.support.Ports;
import dev.segmentation.support.Postmaster;
import dev.segmentation.support.TestDatabase;

import static org.awaitility.Awaitility.await;

/**
 * A PostgreSQL server that the application does not start, with the role and the database
 * of {@code docs/postgresql.md}.
 */
public final class ForeignServer implements AutoCloseable {

	private static final String PASSWORD = "secret";

	private final PostgresServer server;

	private final Path cluster;

	private final int port = Ports.free();

	private ForeignServer(Path folder) throws IOException {
		this.cluster = folder.resolve("server");
		this.server = new PostgresServer(PostgresPrograms.unpack(Path.of("target", "test-programs").toAbsolutePath()),
				this.cluster, folder.resolve("server.log"));
		this.server.makeCluster(Files.writeString(folder.resolve("password"), PASSWORD));
	}

	/**
	 * Creates a server in a folder, and starts it.
	 */
	public static ForeignServer create(Path folder) {
		try {
			ForeignServer server = new ForeignServer(folder);
			server.start();
			for (String statement : DocumentedBlock.first("postgresql.md", "sql").split(";\n")) {
				server.administrator().jdbc().sql(statement).update();
			}
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts it, unless it is running. The last processes of a killed server end soon,
	 * and prevent a start until then.
	 */
	public void start() {
		if (!this.server.isRunning()) {
			await().ignoreExceptions().until(() -> {
				this.server.start(this.port);
				return true;
			});
		}
	}

	/**
	 * Limits the new connections to the application's database, except those of the
	 * administrator.
	 * @param connections the number; -1 for any
	 */
	public void admit(int connections) {
		administrator().jdbc().sql("ALTER DATABASE segmentation CONNECTION LIMIT " + connections).update();
	}

	/** The superuser, in its own database. */
	public TestDatabase administrator() {
		return administrator("postgres");
	}

	/** The superuser, in a database. */
	public TestDatabase administrator(String database) {
		return new TestDatabase(url(database), PostgresServer.USER, PASSWORD);
	}

	public TestDatabase database() {
		return new TestDatabase(url("segmentation"), "segmentation", "choose-a-password");
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, database);
	}

	/** The settings of an application on a database, as environment variables. */
	public static Map<String, String> environment(TestDatabase database) {
		return new HashMap<>(Map.of("SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME",
				database.user(), "SPRING_DATASOURCE_PASSWORD", database.password()));
	}

	public void stop() {
		this.server.stop();
	}

	/**
	 * Kills the server, like the operating system when memory runs out.
	 */
	public void kill() {
		new Postmaster(this.cluster).kill();
	}

	@Override
	public void close() {
		stop();
	}

}
