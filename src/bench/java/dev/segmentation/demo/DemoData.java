package dev.segmentation.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

import dev.segmentation.Application;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Loads users, 200 segments, about 20 memberships a user and half a year of history into
 * the empty database of the application: {@code make demo-data USERS=100000}. With the
 * embedded database, stop the application first.
 */
final class DemoData {

	private static final int PIECE = 20_000;

	private final JdbcClient jdbc;

	private final SingleConnectionDataSource connection;

	private final long users;

	private DemoData(SingleConnectionDataSource connection, long users) {
		this.connection = connection;
		this.jdbc = JdbcClient.create(connection);
		this.users = users;
	}

	public static void main(String[] arguments) throws Exception {
		long users = Long.parseLong(arguments[0]);
		try (ConfigurableApplicationContext application = SpringApplication.run(Application.class, "--server.port=0")) {
			DataSource pool = application.getBean(DataSource.class);
			SingleConnectionDataSource connection = new SingleConnectionDataSource(pool.getConnection(), true);
			new DemoData(connection, users).load();
			connection.destroy();
		}
	}

	private void load() throws Exception {
		if (this.jdbc.sql("SELECT EXISTS (SELECT FROM users)").query(Boolean.class).single()) {
			throw new IllegalStateException("There are users already: demo data goes into an empty database only.");
		}
		Instant start = Instant.now();
		run("prepare.sql");
		for (long from = 1; from <= this.users; from += PIECE) {
			long to = Math.min(from + PIECE - 1, this.users);
			loadPiece(from, to);
			report("%,d of %,d users", to, this.users);
		}
		report("counting");
		run("finish.sql");
		report("done in %d s: %,d memberships, %,d operations, %,d acts",
				Duration.between(start, Instant.now()).toSeconds(), count("memberships"), count("operations"),
				count("acts"));
	}

	private void loadPiece(long from, long to) {
		this.jdbc.sql(text("piece.sql"))
			.param("from", from)
			.param("to", to)
			.param("users", this.users)
			.query()
			.listOfRows();
		long firstId = this.jdbc.sql("SELECT id FROM users WHERE external_id = :id")
			.param("id", "c-" + from)
			.query(Long.class)
			.single();
		for (String statement : text("stays.sql").split(";\n")) {
			if (!statement.isBlank()) {
				this.jdbc.sql(statement).param("from", firstId).param("to", firstId + to - from).update();
			}
		}
	}

	private long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	private void run(String script) throws Exception {
		ScriptUtils.executeSqlScript(this.connection.getConnection(), resource(script));
	}

	private static String text(String script) {
		try {
			return resource(script).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ClassPathResource resource(String script) {
		return new ClassPathResource("demo/" + script);
	}

	private static void report(String format, Object... arguments) {
		System.out.println("demo data: " + format.formatted(arguments));
	}

}
