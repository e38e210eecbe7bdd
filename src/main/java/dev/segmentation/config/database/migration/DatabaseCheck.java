package dev.segmentation.config.database.migration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks whether the application can use a database.
 */
public class DatabaseCheck {

	private static final int OLDEST_VERSION = 15;

	private final JdbcClient jdbc;

	public DatabaseCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns a sentence for each reason against the database.
	 */
	public List<String> problems() {
		Facts facts = facts();
		List<String> problems = refusals(facts);
		if (!facts.owner) {
			problems.add("The database does not allow the user %s to create tables. Make the user its owner."
				.formatted(facts.role));
		}
		if (facts.strangeTable != null) {
			problems.add("The table %s does not belong to the user %s. Use the user that created the tables."
				.formatted(facts.strangeTable, facts.role));
		}
		return problems;
	}

	/**
	 * Refuses a database with which the application cannot work at all. Other problems
	 * stop a start only when a migration fails because of them.
	 * @throws UnusableDatabaseException with the first reason
	 */
	void refuseUnusable() {
		refusals(facts()).stream().findFirst().ifPresent((reason) -> {
			throw new UnusableDatabaseException(reason);
		});
		LowestVersion.refuseOlderProgram(this.jdbc);
	}

	private Facts facts() {
		return this.jdbc
			.sql("""
					SELECT current_setting('server_version_num')::int / 10000 AS version,
					       current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS replica, current_user AS role,
					       coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS owner,
					       (SELECT min(tablename) FROM pg_tables
					        WHERE schemaname = current_schema() AND NOT pg_has_role(tableowner, 'MEMBER')) AS strange_table
					""")
			.query(Facts.class)
			.single();
	}

	private static List<String> refusals(Facts facts) {
		List<String> refusals = new ArrayList<>();
		if (facts.version < OLDEST_VERSION) {
			refusals.add("The database is PostgreSQL %d. Use PostgreSQL %d or newer.".formatted(facts.version,
					OLDEST_VERSION));
		}
		if (!facts.encoding.equals("UTF8")) {
			refusals.add("The database has the encoding %s. Create it with ENCODING 'UTF8'.".formatted(facts.encoding));
		}
		if (facts.replica) {
			refusals.add("The database is a read-only replica. Set SPRING_DATASOURCE_URL to its primary.");
		}
		return refusals;
	}

	record Facts(int version, String encoding, boolean replica, String role, boolean owner,
			@Nullable String strangeTable) {
	}

}
