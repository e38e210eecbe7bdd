package dev.segmentation.support;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Records the plans of the statements that repositories run, including the statements of
 * functions and triggers.
 */
public final class Plans {

	/** From the sixth execution on, the server may use a generic plan. */
	private static final int REPEATS = 12;

	private final List<String> plans = new ArrayList<>();

	private final JdbcClient jdbc;

	public Plans(TestDatabase database) throws SQLException {
		JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(database.connect(), true)) {

			@Override
			protected void handleWarnings(Statement statement) throws SQLException {
				for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning
					.getNextWarning()) {
					Plans.this.plans.add(String.valueOf(warning.getMessage()));
				}
			}

		};
		for (String statement : List.of("LOAD 'auto_explain'", "SET auto_explain.log_min_duration = 0",
				"SET auto_explain.log_nested_statements = on", "SET client_min_messages = log")) {
			template.execute(statement);
		}
		this.jdbc = JdbcClient.create(template);
	}

	/** Returns the client for the repository whose plans are recorded. */
	public JdbcClient jdbc() {
		return this.jdbc;
	}

	/**
	 * Returns the plans of work that runs several times.
	 */
	public List<String> of(Runnable work) {
		return of(REPEATS, work);
	}

	/**
	 * Returns the plans of work that runs once, with custom plans for its parameters.
	 */
	public List<String> ofOne(Runnable work) {
		return of(1, work);
	}

	private List<String> of(int repeats, Runnable work) {
		this.plans.clear();
		for (int repeat = 0; repeat < repeats; repeat++) {
			work.run();
		}
		return this.plans.stream().filter((plan) -> plan.contains("plan:")).toList();
	}

	/**
	 * Gathers statistics, and makes index-only scans possible.
	 */
	public static void analyze(TestDatabase database) {
		database.jdbc().sql("VACUUM (ANALYZE)").update();
	}

}
