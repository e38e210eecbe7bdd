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
 * Lets repositories run their own statements, and writes down the plans that the server
 * made for them and for all that functions and triggers did.
 */
public final class Plans {

	/** From the sixth time on, the plan may be one for any parameters. */
	private static final int REPEATS = 12;

	private final List<String> plans = new ArrayList<>();

	private final JdbcClient jdbc;

	public Plans(TestDatabase database) throws SQLException {
		JdbcTemplate template = new JdbcTemplate(new SingleConnectionDataSource(database.connect(), true)) {

			@Override
			protected void handleWarnings(Statement statement) throws SQLException {
				for (SQLWarning told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
					Plans.this.plans.add(String.valueOf(told.getMessage()));
				}
			}

		};
		for (String statement : List.of("LOAD 'auto_explain'", "SET auto_explain.log_min_duration = 0",
				"SET auto_explain.log_nested_statements = on", "SET client_min_messages = log")) {
			template.execute(statement);
		}
		this.jdbc = JdbcClient.create(template);
	}

	/** For the repository whose plans are asked for. */
	public JdbcClient jdbc() {
		return this.jdbc;
	}

	/**
	 * The plans of something that is done several times.
	 */
	public List<String> of(Runnable work) {
		return of(REPEATS, work);
	}

	/**
	 * The plan of something for the parameters that it has.
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
	 * Gathers statistics, and lets index-only scans be.
	 */
	public static void analyze(TestDatabase database) {
		database.jdbc().sql("VACUUM (ANALYZE)").update();
	}

}
