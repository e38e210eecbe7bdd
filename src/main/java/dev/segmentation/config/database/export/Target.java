package dev.segmentation.config.database.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.migration.DatabaseCheck;
import dev.segmentation.config.database.migration.Migrations;
import liquibase.exception.LiquibaseException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database that an export writes to.
 */
public record Target(String url, String user, String password) {

	/** The only row that a migration inserts. */
	private static final String SEEDED = "user_counts";

	Connection connect() throws SQLException {
		return source().getConnection();
	}

	/**
	 * Refuses a database that cannot be used.
	 * @throws DatabaseWorkException with the reason
	 */
	void check() {
		try (Connection connection = connect()) {
			connection.isValid(0);
		}
		catch (SQLException ex) {
			throw new DatabaseWorkException(
					"The database %s cannot be opened (%s). Correct the address, --user or the password."
						.formatted(this.url, ex.getMessage()),
					ex);
		}
		List<String> problems = new DatabaseCheck(jdbc()).problems();
		if (!problems.isEmpty()) {
			throw new DatabaseWorkException(String.join(" ", problems));
		}
		refuseRows(jdbc());
	}

	/** Creates the tables, or completes them. */
	void migrate() throws SQLException {
		try {
			Migrations.ofServer(source()).up();
		}
		catch (LiquibaseException ex) {
			throw new DatabaseWorkException(
					"The tables cannot be created in the database %s (%s). Correct the cause, then try again."
						.formatted(this.url, ex.getMessage()),
					ex);
		}
	}

	/** Refuses a database that has rows, except those of migrations. */
	void refuseRows(JdbcClient jdbc) {
		jdbc.sql("""
				SELECT quote_ident(tablename) FROM pg_tables
				WHERE schemaname = current_schema() AND tablename NOT LIKE 'databasechangelog%' ORDER BY 1
				""")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> hasRows(jdbc, table))
			.findFirst()
			.ifPresent((table) -> {
				throw new DatabaseWorkException(
						"The database %s has rows in the table %s, and nothing was changed. Export to an empty database."
							.formatted(this.url, table));
			});
	}

	private static boolean hasRows(JdbcClient jdbc, String table) {
		String condition = table.equals(SEEDED) ? " WHERE users <> 0" : "";
		return jdbc.sql("SELECT EXISTS (SELECT FROM %s%s)".formatted(table, condition)).query(Boolean.class).single();
	}

	static void removeSeededRow(JdbcClient jdbc) {
		jdbc.sql("DELETE FROM " + SEEDED).update();
	}

	private JdbcClient jdbc() {
		return JdbcClient.create(source());
	}

	private DriverManagerDataSource source() {
		return new DriverManagerDataSource(this.url, this.user, this.password);
	}

}
