package dev.segmentation.support;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Inserts test data directly into the database.
 */
public final class Sql {

	private static final AtomicInteger counter = new AtomicInteger();

	private Sql() {
	}

	/**
	 * Adds a user with a generated login.
	 * @return the user's id
	 */
	public static long addUser(JdbcClient jdbc) {
		return addUser(jdbc, "user-" + counter.incrementAndGet());
	}

	/**
	 * Adds a user.
	 * @return the user's id
	 */
	public static long addUser(JdbcClient jdbc, String login) {
		return jdbc.sql("INSERT INTO users (login, email) VALUES (:login, :login || '@example.com') RETURNING id")
			.param("login", login)
			.query(Long.class)
			.single();
	}

	/**
	 * Adds many users in one statement.
	 */
	public static void addUsers(JdbcClient jdbc, int count) {
		jdbc.sql("""
				INSERT INTO users (login, email)
				SELECT :prefix || n, :prefix || n || '@example.com' FROM generate_series(1, :count) AS n
				""").param("prefix", "bulk-%d-".formatted(counter.incrementAndGet())).param("count", count).update();
	}

	/**
	 * Adds an empty segment with a generated name.
	 * @return the segment's id
	 */
	public static long addSegment(JdbcClient jdbc) {
		return addSegment(jdbc, "SEGMENT-" + counter.incrementAndGet(), "0");
	}

	/**
	 * Adds a segment with a percentage of all users.
	 * @return the segment's id
	 */
	public static long addSegment(JdbcClient jdbc, String name, String percent) {
		return jdbc.sql("""
				INSERT INTO segments (name, assign_percent)
				SELECT :name, CAST(:percent AS numeric) FROM begin_act('percent', 1, NULL) RETURNING id
				""").param("name", name).param("percent", percent).query(Long.class).single();
	}

	/**
	 * Adds a user to segments without an end. Each addition is a separate act.
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
	 * Records that one user was added to a segment at an instant and removed at the next
	 * microsecond. This adds two lines of history in any month, and no membership.
	 */
	public static void addPastStay(JdbcClient jdbc, String segmentName, String instant, long userId) {
		jdbc.sql("""
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT 0, :segment, :name, type, CAST(:instant AS timestamptz) + delay, :user / 64, 1, ARRAY[:user]
				FROM (VALUES (CAST('added' AS operation_type), interval '0'),
				             (CAST('deleted' AS operation_type), interval '1 microsecond')) AS change (type, delay)
				ORDER BY delay
				""")
			.param("segment", 1_000_000 + counter.incrementAndGet())
			.param("name", segmentName)
			.param("instant", instant)
			.param("user", userId)
			.update();
	}

	/**
	 * Returns the ids of the users in a segment, also of those whose membership is over.
	 */
	public static List<Long> members(JdbcClient jdbc, long segmentId) {
		return jdbc.sql("SELECT user_id FROM memberships WHERE segment_id = :segment ORDER BY user_id")
			.param("segment", segmentId)
			.query(Long.class)
			.list();
	}

	/**
	 * Returns the end of a membership that has one.
	 */
	public static Instant end(JdbcClient jdbc, long userId, long segmentId) {
		return jdbc.sql("SELECT expires_at FROM memberships WHERE user_id = :user AND segment_id = :segment")
			.param("user", userId)
			.param("segment", segmentId)
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

}
