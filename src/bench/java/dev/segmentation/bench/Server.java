package dev.segmentation.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The application's PostgreSQL server, as psql, pgbench and JDBC connect to it.
 */
record Server(String host, int port, String database, String user, String password) {

	private static final int LINE_OF_PORT = 3;

	/**
	 * Finds the embedded server of a running application.
	 */
	static Server embedded(Path data) throws IOException {
		int port = Integer
			.parseInt(Files.readAllLines(data.resolve("cluster/postmaster.pid")).get(LINE_OF_PORT).strip());
		return new Server("127.0.0.1", port, "postgres", "postgres", Files.readString(data.resolve("password")));
	}

	/**
	 * Reads the URL of a server.
	 * @param url {@code jdbc:postgresql://host:port/database?user=...&password=...}
	 */
	static Server named(String url) {
		URI uri = URI.create(url.substring("jdbc:".length()));
		int port = (uri.getPort() > 0) ? uri.getPort() : 5432;
		return new Server(uri.getHost(), port, uri.getPath().substring(1), parameter(uri, "user"),
				parameter(uri, "password"));
	}

	private static String parameter(URI url, String name) {
		for (String parameter : String.valueOf(url.getQuery()).split("&")) {
			if (parameter.startsWith(name + "=")) {
				return parameter.substring(name.length() + 1);
			}
		}
		return "";
	}

	String jdbcUrl() {
		return "jdbc:postgresql://%s:%d/%s".formatted(this.host, this.port, this.database);
	}

	JdbcClient jdbc() {
		return JdbcClient.create(dataSource());
	}

	DataSource dataSource() {
		return new DriverManagerDataSource(jdbcUrl(), this.user, this.password);
	}

	/**
	 * The environment variables that psql and pgbench read.
	 */
	Map<String, String> environment() {
		return Map.of("PGHOST", this.host, "PGPORT", String.valueOf(this.port), "PGDATABASE", this.database, "PGUSER",
				this.user, "PGPASSWORD", this.password);
	}

}
