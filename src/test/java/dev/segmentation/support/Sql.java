package dev.segmentation.support;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes what tests need, straight in the database.
 */
public final class Sql {

	private static final AtomicInteger made = new AtomicInteger();

	private Sql() {
	}

	/**
	 * Adds a user of any login.
	 * @return its id
	 */
	public static long addUser(JdbcClient jdbc) {
		return addUser(jdbc, "user-" + made.incrementAndGet());
	}

	/**
	 * Adds a user.
	 * @return its id
	 */
	public static long addUser(JdbcClient jdbc, String login) {
		return jdbc.sql("INSERT INTO users (login, email) VALUES (:login, :login || '@example.com') RETURNING id")
			.param("login", login)
			.query(Long.class)
			.single();
	}

	/**
	 * Adds many users at once.
	 */
	public static void addUsers(JdbcClient jdbc, int count) {
		jdbc.sql("""
				INSERT INTO users (login, email)
				SELECT :prefix || n, :prefix || n || '@example.com' FROM generate_series(1, :count) AS n
				""").param("prefix", "bulk-%d-".formatted(made.incrementAndGet())).param("count", count).update();
	}

	/**
	 * Adds a segment of any name, without users.
	 * @return its id
	 */
	public static long addSegment(JdbcClient jdbc) {
		return addSegment(jdbc, "SEGMENT-" + made.incrementAndGet(), "0");
	}

	/**
	 * Adds a segment with a percentage of all users.
	 * @return its id
	 */
	public static long addSegment(JdbcClient jdbc, String name, String percent) {
		return jdbc.sql("""
				INSERT INTO segments (name, assign_percent)
				SELECT :name, CAST(:percent AS numeric) FROM begin_act('percent', 1, NULL) RETURNING id
				""").param("name", name).param("percent", percent).query(Long.class).single();
	}

	/**
	 * Adds a user to segments for good, each in an act of its own.
	 */
	public static void addMemberships(JdbcClient jdbc, long userId, long... segmentIds) {
		for (long segmentId : segmentIds) {
			jdbc.sql("SELECT add_memberships(:user, ARRAY[:segment]::bigint[], NULL, NULL, 'api', 1)")
				.param("user", userId)
				.param("segment", segmentId)
				.query()
				.singleRow();
		}
	}

	/**
	 * Records that one user entered a segment at an instant and left it at the next
	 * microsecond: two lines of history of any month, and no membership.
	 */
	public static void addPastStay(JdbcClient jdbc, String segmentName, String instant, long userId) {
		jdbc.sql("""
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT 0, :segment, :name, type, CAST(:instant AS timestamptz) + delay, :user / 64, 1, ARRAY[:user]
				FROM (VALUES (CAST('added' AS operation_type), interval '0'),
				             (CAST('deleted' AS operation_type), interval '1 microsecond')) AS change (type, delay)
				ORDER BY delay
				""")
			.param("segment", 1_000_000 + made.incrementAndGet())
			.param("name", segmentName)
			.param("instant", instant)
			.param("user", userId)
			.update();
	}

}
