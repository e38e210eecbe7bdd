package dev.segmentation.reference;

import java.sql.ResultSet;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists the rows that cannot be carried over as they are, and deletes those that cannot
 * be carried over at all from the temporary tables. Values are shown as JSON, so that
 * control characters do not reach the terminal.
 */
@Repository
class ProblemRepository {

	private static final String CREATE = """
			CREATE TEMPORARY TABLE reference_problems (
			    position bigint GENERATED ALWAYS AS IDENTITY, outcome text, text text) ON COMMIT DROP
			""";

	private static final String RENAMED_NAMES = """
			INSERT INTO reference_problems (outcome, text)
			SELECT 'rename', format('%s %s: the %s %s %s. The new %3$s is %6$s.',
			           CASE kind WHEN 'name' THEN 'Segment' ELSE 'User' END, id, kind,
			           coalesce(to_json(value)::text, 'NULL'), problem, to_json(name))
			FROM reference_names WHERE problem IS NOT NULL ORDER BY kind, id
			""";

	private static final String ORPHANED_RELATIONS = """
			WITH orphan AS (
			    DELETE FROM reference_relations AS r
			    WHERE NOT EXISTS (SELECT FROM reference_users AS u WHERE u.id = r.user_id)
			       OR NOT EXISTS (SELECT FROM reference_segments AS s WHERE s.id = r.segment_id)
			    RETURNING user_id, segment_id
			)
			INSERT INTO reference_problems (outcome, text)
			SELECT 'leave out', format('The membership of user %s in segment %s: the %s does not exist.',
			           user_id, segment_id,
			           CASE WHEN user_id IN (SELECT id FROM reference_users) THEN 'segment' ELSE 'user' END)
			FROM orphan ORDER BY user_id, segment_id
			""";

	/** A time in the future would come after later changes. */
	private static final String UNREADABLE_OPERATIONS = """
			WITH unreadable AS (
			    DELETE FROM reference_operations
			    WHERE user_id IS NULL OR segment_name IS NULL OR type IS NULL
			       OR (date BETWEEN '0001-01-01Z' AND now()) IS NOT TRUE
			    RETURNING id, user_id, segment_name, type, date
			)
			INSERT INTO reference_problems (outcome, text)
			SELECT 'leave out', format('The operation %s: the %s.', id,
			           CASE WHEN user_id IS NULL THEN 'user is missing'
			                WHEN segment_name IS NULL THEN 'segment is missing'
			                WHEN type IS NULL THEN 'type is missing'
			                WHEN date > now() THEN format('time %s is in the future', date AT TIME ZONE 'UTC')
			                ELSE 'time is missing or before year 1' END)
			FROM unreadable ORDER BY id
			""";

	private static final String STRANGE_EMAILS = """
			INSERT INTO reference_problems (outcome, text)
			SELECT 'keep', format('User %s: the e-mail %s would be refused at a sign-up.', id, to_json(email))
			FROM reference_users
			WHERE email !~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+[.][^@[:space:][:cntrl:]]+$' ORDER BY id
			""";

	private static final String UNUSABLE_PASSWORDS = """
			INSERT INTO reference_problems (outcome, text)
			SELECT 'keep', format('User %s: the password is not a hash of the reference service, and cannot be used.', id)
			FROM reference_users WHERE (password ~* '^([0-9a-f]{2})*[0-9a-f]{40}$') IS NOT TRUE ORDER BY id
			""";

	private static final String IMPOSSIBLE_REGISTRATIONS = """
			WITH impossible AS (
			    UPDATE reference_users SET registered_at = now()
			    WHERE (registered_at BETWEEN '0001-01-01Z' AND now()) IS NOT TRUE RETURNING id
			)
			INSERT INTO reference_problems (outcome, text)
			SELECT 'keep', format('User %s: the time of registration is missing or in the future. It becomes the current time.',
			           id)
			FROM impossible ORDER BY id
			""";

	private static final String IMPOSSIBLE_PERCENTAGES = """
			WITH impossible AS (
			    UPDATE reference_segments AS s SET assign_percent = greatest(0, least(1, s.assign_percent))
			    FROM reference_segments AS b WHERE b.id = s.id AND s.assign_percent NOT BETWEEN 0 AND 1
			    RETURNING s.id, b.assign_percent AS before, s.assign_percent AS after
			)
			INSERT INTO reference_problems (outcome, text)
			SELECT 'keep', format('Segment %s: the share of users %s is impossible. It becomes %s.', id, before, after)
			FROM impossible ORDER BY id
			""";

	private final JdbcClient jdbc;

	ProblemRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds all problems. The names must have been checked before.
	 */
	void find() {
		this.jdbc.sql(CREATE).update();
		List.of(RENAMED_NAMES, ORPHANED_RELATIONS, UNREADABLE_OPERATIONS, STRANGE_EMAILS, UNUSABLE_PASSWORDS,
				IMPOSSIBLE_REGISTRATIONS, IMPOSSIBLE_PERCENTAGES)
			.forEach((statement) -> this.jdbc.sql(statement).update());
	}

	/**
	 * Passes the problems on as the database sends them.
	 */
	void forEach(Consumer<Problem> consumer) {
		this.jdbc.sql("SELECT outcome, text FROM reference_problems ORDER BY position")
			.withFetchSize(1000)
			.query((ResultSet row) -> consumer.accept(new Problem(row.getString("outcome"), row.getString("text"))));
	}

}
