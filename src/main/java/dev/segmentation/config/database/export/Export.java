package dev.segmentation.config.database.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

import dev.segmentation.config.database.ContentCheck;
import dev.segmentation.config.database.DatabaseWorkException;
import dev.segmentation.config.database.Progress;
import dev.segmentation.config.database.embedded.DataFolder;
import dev.segmentation.config.database.migration.MigrationStatus;
import dev.segmentation.config.database.migration.Migrations;
import liquibase.exception.LiquibaseException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Copies the content of the embedded database to a database of a server, in one
 * transaction. A failed export leaves tables without rows there, and can be repeated.
 */
public class Export {

	private final DataFolder data;

	private final ObjectProvider<DataSource> source;

	private final ObjectProvider<Migrations> migrations;

	private final AtomicReference<String> state = new AtomicReference<>("Copying");

	Export(DataFolder data, ObjectProvider<DataSource> source, ObjectProvider<Migrations> migrations) {
		this.data = data;
		this.source = source;
		this.migrations = migrations;
	}

	/**
	 * Copies everything, compares both databases, and commits.
	 * @throws DatabaseWorkException if nothing was copied
	 */
	public void run(Target target, Progress progress) throws SQLException, LiquibaseException {
		if (!this.data.isUsed()) {
			throw new DatabaseWorkException(
					"SPRING_DATASOURCE_URL is set, and export-to copies the embedded database" + " only: use pg_dump.");
		}
		target.check();
		refuseOtherTables(this.migrations.getObject().status());
		progress.during(() -> "Creating the tables", target::migrate);
		try (Connection from = this.source.getObject().getConnection(); Connection to = target.connect()) {
			from.setAutoCommit(false);
			to.setAutoCommit(false);
			copy(from, to, target, progress);
			to.commit();
		}
		catch (SQLException | DataAccessException ex) {
			throw new DatabaseWorkException(
					"The export failed and was rolled back (%s). Correct the cause, then try again."
						.formatted(firstLine(ex)),
					ex);
		}
	}

	/** Both databases must have the tables of this program. */
	private static void refuseOtherTables(MigrationStatus status) {
		if (!status.pending().isEmpty()) {
			throw new DatabaseWorkException("The embedded database is not up to date: run migrate up first.");
		}
		if (!status.unknown().isEmpty()) {
			throw new DatabaseWorkException(
					"A newer version of the program used the embedded database: export with that version.");
		}
	}

	private void copy(Connection from, Connection to, Target target, Progress progress) throws SQLException {
		JdbcClient source = client(from);
		JdbcClient copy = client(to);
		List<Table> tables = Table.list(source);
		tables.forEach((table) -> copy.sql("ALTER TABLE %s DISABLE TRIGGER USER".formatted(table.name())).update());
		target.refuseRows(copy);
		Target.removeSeededRow(copy);
		makePartitions(source, copy);
		Map<Table, Rows> copied = new LinkedHashMap<>();
		progress.during(this.state::get, () -> {
			for (Table table : tables) {
				copied.put(table, Rows.copy(table, from, to, (rows) -> tell("Copied", rows, table)));
			}
			moveSequences(source, copy);
			tables.forEach((table) -> copy.sql("ANALYZE " + table.name()).update());
			for (Table table : tables) {
				compare(table, Objects.requireNonNull(copied.get(table)),
						Rows.read(table, to, (rows) -> tell("Compared", rows, table)));
			}
		});
		progress.during(() -> "Comparing memberships with the history", new ContentCheck(copy)::check);
		tables.forEach((table) -> copy.sql("ALTER TABLE %s ENABLE TRIGGER USER".formatted(table.name())).update());
		progress.say("Copied and compared %,d rows in %d tables.",
				copied.values().stream().mapToLong(Rows::count).sum(), tables.size());
	}

	private void tell(String verb, Rows rows, Table table) {
		// Formatting each row would cost more than copying it.
		if (rows.count() % 10_000 == 1) {
			this.state.set(String.format(Locale.ROOT, "%s %,d rows of %s", verb, rows.count() - 1, table.name()));
		}
	}

	/** The history has a partition for each month. */
	private static void makePartitions(JdbcClient source, JdbcClient copy) {
		source.sql("""
				SELECT to_char(to_date(right(relname, 7), 'YYYY_MM'), 'YYYY-MM')
				FROM pg_inherits JOIN pg_class ON oid = inhrelid
				WHERE inhparent = 'operations'::regclass AND relname ~ '^operations_\\d{4}_\\d\\d$'
				""")
			.query(String.class)
			.list()
			.forEach((month) -> copy.sql("SELECT make_operations_partition(:day)")
				.param("day", YearMonth.parse(month).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC))
				.query()
				.singleRow());
	}

	private static void moveSequences(JdbcClient source, JdbcClient copy) {
		source.sql("""
				SELECT quote_ident(sequencename) AS name, last_value AS value FROM pg_sequences
				WHERE schemaname = current_schema() AND last_value IS NOT NULL
				""")
			.query()
			.listOfRows()
			.forEach((sequence) -> copy.sql("SELECT setval(:name::regclass, :value)")
				.params(sequence)
				.query()
				.singleRow());
	}

	private static void compare(Table table, Rows source, Rows copy) {
		if (!source.equals(copy)) {
			throw new DatabaseWorkException(
					"The export was rolled back: the table %s has %d rows, but its copy differs (%d rows)."
						.formatted(table.name(), source.count(), copy.count()));
		}
	}

	/** Both servers must write the same values in the same way. */
	private static JdbcClient client(Connection connection) {
		JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		client.sql("SET LOCAL bytea_output = 'hex'").update();
		client.sql("SET LOCAL TIME ZONE 'UTC'").update();
		return client;
	}

	private static String firstLine(Exception failure) {
		Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
		return Objects.requireNonNullElse(cause.getMessage(), "").lines().findFirst().orElse("");
	}

}
