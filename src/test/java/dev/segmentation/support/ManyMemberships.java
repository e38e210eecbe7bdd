package dev.segmentation.support;

import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Test data for query plans: users with ten memberships each in 1,000 segments. The
 * memberships of every hundredth user have an end.
 */
public final class ManyMemberships {

	public static final int USERS = 20_000;

	private ManyMemberships() {
	}

	/**
	 * Returns the plans of statements in a database with these users.
	 */
	public static Plans plans(TestDatabase database) throws SQLException {
		insertOnce(database);
		return new Plans(database);
	}

	private static void insertOnce(TestDatabase database) {
		JdbcClient jdbc = database.jdbc();
		if (jdbc.sql("SELECT EXISTS (SELECT FROM users)").query(Boolean.class).single()) {
			return;
		}
		ManyUsers.insert(database, USERS);
		jdbc.sql("INSERT INTO segments (id, name) SELECT n, 'SEGMENT ' || n FROM generate_series(1, 1000) AS n")
			.update();
		jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT u, s, CASE WHEN u % 100 = 0 THEN now() + u * interval '1 minute' END
				FROM begin_act('api', 1, NULL), generate_series(1, :users) AS u, generate_series(1, 10) AS s
				""").param("users", USERS).update();
		jdbc.sql("INSERT INTO acts (kind, account_id) SELECT 'page', 1 FROM generate_series(1, :users)")
			.param("users", USERS)
			.update();
		Plans.analyze(database);
	}

}
