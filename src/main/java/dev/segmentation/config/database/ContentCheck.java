package dev.segmentation.config.database;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the content of a whole database that was restored or moved. Reads all rows.
 */
public class ContentCheck {

	private static final int SHOWN = 3;

	private final JdbcClient jdbc;

	public ContentCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the numbers of users, segments and memberships.
	 */
	public String count() {
		return this.jdbc.sql("""
				SELECT format('%s users, %s segments and %s memberships', (SELECT count(*) FROM users),
				              (SELECT count(*) FROM segments), (SELECT count(*) FROM memberships))
				""").query(String.class).single();
	}

	/**
	 * Compares memberships with the history, and saved sizes with counted ones.
	 * @throws DatabaseWorkException if they contradict each other
	 */
	public void check() {
		List<String> problems = this.jdbc.sql("""
				SELECT format('user %s in segment %s: %s', user_id, segment_id, problem) FROM history_mismatches()
				UNION ALL SELECT problem FROM size_mismatches()
				""").query(String.class).list();
		if (!problems.isEmpty()) {
			throw new DatabaseWorkException("The data has %d contradictions, for example: %s."
				.formatted(problems.size(), String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size())))));
		}
	}

}
