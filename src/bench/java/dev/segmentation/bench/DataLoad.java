package dev.segmentation.bench;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loads users, memberships and past months with a million operations of single users
 * each. The users with the lowest ids are in 20 segments each. Large statements do this
 * with disabled triggers, because the triggers would record everything as a change of
 * today.
 */
final class DataLoad {

	private static final int USERS_AT_ONCE = 64_000;

	private static final int STAYS = 500_000;

	private static final int STAYS_AT_ONCE = 50_000;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate statements;

	private final BenchSettings settings;

	private DataLoad(Server server, BenchSettings settings) {
		this.jdbc = server.jdbc();
		this.statements = new NamedParameterJdbcTemplate(server.dataSource());
		this.settings = settings;
	}

	static void run(Server server, BenchSettings settings) throws IOException {
		DataLoad load = new DataLoad(server, settings);
		if (load.jdbc.sql("SELECT EXISTS (SELECT FROM users)").query(Boolean.class).single()) {
			if (!settings.reuse()) {
				throw new IllegalStateException("The database already has users. Use an empty database.");
			}
			return;
		}
		load.load();
	}

	private void load() throws IOException {
		OffsetDateTime before = utc(lastMonth().minusMonths(this.settings.months()));
		run("months", Map.of("from", before));
		Map<String, Object> values = Map.of("start", before, "segments", this.settings.segments());
		run("segments", values);
		for (long from = 1; from <= this.settings.users(); from += USERS_AT_ONCE) {
			run("users", range(values, from, Math.min(from + USERS_AT_ONCE - 1, this.settings.users())));
		}
		// A block of 64 users must not be split.
		for (long from = 0; from <= this.settings.members(); from += USERS_AT_ONCE) {
			run("memberships",
					range(values, Math.max(1, from), Math.min(from + USERS_AT_ONCE - 1, this.settings.members())));
		}
		for (int month = 1; month <= this.settings.months(); month++) {
			loadMonth(lastMonth().minusMonths(this.settings.months() - month), month);
		}
		run("finish", Map.of());
	}

	private void loadMonth(YearMonth month, int number) throws IOException {
		for (long from = 0; from < STAYS; from += STAYS_AT_ONCE) {
			run("stays", range(Map.of("month", utc(month), "segments", this.settings.segments(), "users",
					this.settings.users(), "act", 2L * STAYS * number), from, from + STAYS_AT_ONCE - 1));
		}
	}

	private static Map<String, Object> range(Map<String, Object> values, long from, long to) {
		Map<String, Object> all = new HashMap<>(values);
		all.putAll(Map.of("from", from, "to", to));
		return all;
	}

	private void run(String script, Map<String, Object> values) throws IOException {
		Instant start = Instant.now();
		for (String statement : Bench.sql("load/" + script).split(";\n")) {
			this.statements.execute(statement, values, PreparedStatement::execute);
		}
		System.out.printf("bench: %s %s %d ms%n", script, values.getOrDefault("to", ""),
				Duration.between(start, Instant.now()).toMillis());
	}

	/** The newest month with loaded operations. */
	static YearMonth lastMonth() {
		return YearMonth.now(ZoneOffset.UTC).minusMonths(1);
	}

	static OffsetDateTime utc(YearMonth month) {
		return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
	}

}
