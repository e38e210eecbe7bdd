package dev.segmentation.reference;

import java.util.List;

import dev.segmentation.account.password.SaltedSha1PasswordEncoder;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes the checked rows to the tables of this program, in a few large statements.
 */
@Repository
class TargetRepository {

	private static final String USERS = """
			INSERT INTO users (id, login, email, registered_at)
			SELECT u.id, l.name, e.name, u.registered_at
			FROM reference_users AS u
			JOIN reference_names AS l ON l.kind = 'login' AND l.id = u.id
			JOIN reference_names AS e ON e.kind = 'e-mail' AND e.id = u.id
			ORDER BY u.id
			""";

	private static final String ACCOUNTS = """
			INSERT INTO accounts (login, email, password_hash, role, user_id, created_at)
			SELECT u.login, u.email, :prefix || coalesce(r.password, ''), 'MEMBER', u.id, u.registered_at
			FROM users AS u JOIN reference_users AS r USING (id) ORDER BY u.id
			""";

	private static final String SEGMENTS = """
			INSERT INTO segments (id, name, assign_percent, created_at)
			SELECT s.id, n.name, 100 * coalesce(s.assign_percent, 0), coalesce(l.first, now())
			FROM reference_segments AS s
			JOIN reference_names AS n ON n.kind = 'name' AND n.id = s.id
			LEFT JOIN (SELECT segment_id, min(date) AS first FROM reference_lines GROUP BY 1) AS l ON l.segment_id = s.id
			ORDER BY s.id
			""";

	/** Former names, and those of segments that no longer exist. */
	private static final String SEGMENT_NAMES = """
			INSERT INTO segment_names (segment_id, name)
			SELECT DISTINCT segment_id, segment_name FROM reference_lines ON CONFLICT DO NOTHING
			""";

	private static final String MEMBERSHIPS = """
			INSERT INTO memberships (user_id, segment_id, added_at)
			SELECT r.user_id, r.segment_id, l.last
			FROM reference_relations AS r
			JOIN (SELECT user_id, segment_id, max(date) AS last FROM reference_lines WHERE type = 'added' GROUP BY 1, 2) AS l
			    USING (user_id, segment_id)
			ORDER BY 1, 2
			""";

	private static final String ACTS = """
			INSERT INTO acts (id, kind, note, at) OVERRIDING SYSTEM VALUE
			SELECT act_id, 'api',
			       CASE origin WHEN 'missing' THEN 'carried over: the old history lacks this change'
			                   WHEN 'closing' THEN 'carried over: the old history contradicts the memberships' END,
			       date
			FROM reference_lines GROUP BY act_id, origin, date ORDER BY act_id
			""";

	/** Older months, if there are any, stay in the default partition. */
	private static final String PARTITIONS = """
			SELECT count(make_operations_partition(month))
			FROM (SELECT DISTINCT date_trunc('month', date, 'UTC') AS month FROM reference_lines
			      WHERE date >= '2000-01-01Z' ORDER BY 1) AS months
			""";

	/**
	 * Lines of one act and segment share rows. A user's lines of the same instant stay in
	 * different rows, in their order.
	 */
	private static final String OPERATIONS = """
			INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
			SELECT act_id, segment_id, segment_name, type, date, user_id / 64, count(*), array_agg(user_id ORDER BY user_id)
			FROM (SELECT *, row_number() OVER (PARTITION BY user_id, segment_id, date ORDER BY position) AS turn
			      FROM reference_lines) AS line
			GROUP BY act_id, segment_id, segment_name, type, date, user_id / 64, turn
			ORDER BY date, turn, min(position)
			""";

	/** New ids are higher than all that clients know. */
	private static final String SEQUENCES = """
			SELECT 'ALTER TABLE users ALTER id', greatest(max(user_id), (SELECT max(id) FROM users)) FROM reference_lines
			UNION ALL
			SELECT 'ALTER TABLE segments ALTER id', max(segment_id) FROM reference_segment_ids
			UNION ALL
			SELECT 'ALTER TABLE acts ALTER id', max(id) FROM acts
			UNION ALL
			SELECT 'ALTER SEQUENCE operations_id_seq', greatest(max(id), (SELECT max(id) FROM operations))
			FROM reference_operations
			""";

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	TargetRepository(JdbcTemplate template, JdbcClient jdbc) {
		this.template = template;
		this.jdbc = jdbc;
	}

	/**
	 * Returns the tables that must be empty and have rows.
	 */
	List<String> usedTables() {
		return this.jdbc.sql("""
				SELECT name FROM (VALUES
				    ('users', EXISTS (SELECT FROM users)),
				    ('segments', EXISTS (SELECT FROM segments)),
				    ('memberships', EXISTS (SELECT FROM memberships)),
				    ('history', EXISTS (SELECT FROM acts) OR EXISTS (SELECT FROM operations))) AS part (name, used)
				WHERE used
				""").query(String.class).list();
	}

	/** Without one, an account of a user would prevent the first administrator. */
	boolean hasAdministrator() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM accounts WHERE role = 'ADMIN')").query(Boolean.class).single();
	}

	/**
	 * Locks the tables until the end of the transaction. Waits for five seconds.
	 */
	void lock() {
		this.template.execute("SET LOCAL lock_timeout = '5s'");
		this.template.execute("LOCK TABLE users, segments, memberships IN SHARE ROW EXCLUSIVE MODE");
	}

	void writeUsers() {
		this.jdbc.sql(USERS).update();
		this.jdbc.sql(ACCOUNTS).param("prefix", "{" + SaltedSha1PasswordEncoder.ID + "}").update();
	}

	void writeSegments() {
		withoutTrigger("segments", "segments_percentage", SEGMENTS);
		this.jdbc.sql(SEGMENT_NAMES).update();
	}

	void writeMemberships() {
		withoutTrigger("memberships", "memberships_added", MEMBERSHIPS);
	}

	void writeHistory() {
		this.jdbc.sql(PARTITIONS).query(Long.class).single();
		this.jdbc.sql(ACTS).update();
		this.jdbc.sql(OPERATIONS).update();
	}

	private void withoutTrigger(String table, String trigger, String insert) {
		this.template.execute("ALTER TABLE %s DISABLE TRIGGER %s".formatted(table, trigger));
		this.jdbc.sql(insert).update();
		this.template.execute("ALTER TABLE %s ENABLE TRIGGER %s".formatted(table, trigger));
	}

	/**
	 * Lets all sequences continue. Unlike setval, this is undone with the transaction.
	 */
	void continueSequences() {
		List<String> restarts = this.jdbc.sql(
				"SELECT format('%%s RESTART WITH %%s', change, greatest(highest, 0) + 1) FROM (%s) AS used (change, highest)"
					.formatted(SEQUENCES))
			.query(String.class)
			.list();
		restarts.forEach(this.template::execute);
	}

	void count() {
		this.template.execute("ANALYZE users, accounts, segments, memberships, acts, operations");
		this.template.execute("SELECT recount()");
	}

	/**
	 * Finds contradictions in what was written. There must be none.
	 */
	List<String> mismatches() {
		return this.jdbc.sql("""
				SELECT format('user %s, segment %s: %s', user_id, segment_id, problem) FROM history_mismatches()
				UNION ALL
				SELECT problem FROM size_mismatches()
				LIMIT 5
				""").query(String.class).list();
	}

}
