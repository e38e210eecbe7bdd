package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The connection to the database of an embedded server.
 */
record EmbeddedConnection(int port, String password) implements JdbcConnectionDetails {

	private static final int LINE_OF_PORT = 3;

	private static final int LINE_OF_STATE = 7;

	/**
	 * Connects to the server of a running instance. Its port and password are in files
	 * that only the owner of the data folder can read.
	 * @throws EmbeddedDatabaseException if the server is not ready
	 */
	static EmbeddedConnection toRunningServer(DataDirectory directory) {
		try {
			List<String> lines = Files.readAllLines(directory.cluster().resolve("postmaster.pid"));
			if (lines.size() > LINE_OF_STATE && lines.get(LINE_OF_STATE).strip().equals("ready")) {
				return new EmbeddedConnection(Integer.parseInt(lines.get(LINE_OF_PORT)), directory.readPassword());
			}
			throw notReady(directory);
		}
		catch (IOException ex) {
			throw notReady(directory);
		}
	}

	private static EmbeddedDatabaseException notReady(DataDirectory directory) {
		return new EmbeddedDatabaseException(
				"The instance on the data folder %s is starting or stopping: try again in a few seconds."
					.formatted(directory.path()));
	}

	@Override
	public String getJdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.port, PostgresServer.USER);
	}

	@Override
	public String getUsername() {
		return PostgresServer.USER;
	}

	@Override
	public String getPassword() {
		return this.password;
	}

}
