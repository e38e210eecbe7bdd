package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.segmentation.support.DocumentedBlock;
import dev.segmentation.support.Ports;
import dev.segmentation.support.TestDatabase;

/**
 * A PostgreSQL server that the application does not start, with the role and the database
 * of {@code docs/postgresql.md}.
 */
public final class ForeignServer implements AutoCloseable {

	private static final String PASSWORD = "secret";

	private final PostgresServer server;

	private final int port = Ports.free();

	private ForeignServer(Path folder) throws IOException {
		this.server = new PostgresServer(PostgresPrograms.unpack(Path.of("target", "test-programs").toAbsolutePath()),
				folder.resolve("server"), folder.resolve("server.log"));
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

	public void start() {
		if (!this.server.isRunning()) {
			this.server.start(this.port);
		}
	}

	/** The superuser, in its own database. */
	public TestDatabase administrator() {
		return new TestDatabase(url("postgres"), PostgresServer.USER, PASSWORD);
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

	@Override
	public void close() {
		stop();
	}

}
