package dev.segmentation.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the memberships of one user. Their start and source come from the newest addition
 * in the history. The key of the history groups users in blocks of 64, so the query reads
 * the rows of one block.
 */
@Repository
class UserMembershipRepository {

	private static final String MEMBERSHIPS = """
			WITH entered AS MATERIALIZED (
			    SELECT DISTINCT ON (segment_id) segment_id, date, act_id FROM operations
			    WHERE user_block = :user / 64 AND type = 'added' AND :user = ANY (user_ids)
			    ORDER BY segment_id, date DESC, id DESC
			)
			SELECT m.segment_id, (SELECT s.name FROM segments AS s WHERE s.id = m.segment_id) AS segment_name,
			       coalesce(e.date, m.added_at) AS since, m.expires_at AS until, act.id AS act_id,
			       upper(CAST(act.kind AS text)) AS through,
			       act.account_id, a.login AS account, act.note
			FROM active_memberships AS m
			LEFT JOIN entered AS e ON e.segment_id = m.segment_id
			LEFT JOIN acts AS act ON act.id = e.act_id
			LEFT JOIN accounts AS a ON a.id = act.account_id
			WHERE m.user_id = :user
			""";

	/**
	 * The segments whose operations have the user. A present membership is in the history
	 * too, unless its month was detached.
	 */
	private static final String PAST_MEMBERSHIPS = """
			SELECT past.segment_id, coalesce(s.name, past.name) AS segment_name, s.id IS NOT NULL AS segment_exists, m.since,
			       m.until, m.known AS end_recorded, m.act_id, upper(CAST(act.kind AS text)) AS through, act.account_id,
			       a.login AS account, act.note
			FROM (SELECT DISTINCT ON (o.segment_id) o.segment_id, o.segment_name AS name
			      FROM (SELECT segment_id, segment_name, date, id FROM operations
			            WHERE user_block = :user / 64 AND :user = ANY (user_ids)
			            UNION ALL
			            SELECT segment_id, '', '-infinity', 0 FROM memberships WHERE user_id = :user) AS o
			      ORDER BY o.segment_id, o.date DESC, o.id DESC) AS past
			CROSS JOIN LATERAL membership_at(past.segment_id, :user, :moment) AS m
			LEFT JOIN segments AS s ON s.id = past.segment_id
			LEFT JOIN acts AS act ON act.id = m.act_id
			LEFT JOIN accounts AS a ON a.id = act.account_id
			WHERE %s ORDER BY %s LIMIT :limit
			""";

	private static final Keyset BY_SEGMENT = Keyset.ascending("past.segment_id");

	/** Newest first. */
	private static final Keyset BY_START = Keyset.descending("coalesce(e.date, m.added_at)", "m.segment_id");

	private final JdbcClient jdbc;

	UserMembershipRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds a user's memberships from a cursor on: newest first, or oldest first when the
	 * cursor goes back.
	 */
	List<UserMembership> find(long userId, @Nullable Cursor cursor, int limit) {
		String page = " AND %s ORDER BY %s LIMIT :limit".formatted(BY_START.beyond(cursor, ":since", ":segment"),
				BY_START.order(cursor));
		JdbcClient.StatementSpec statement = this.jdbc.sql(MEMBERSHIPS + page)
			.param("user", userId)
			.param("limit", limit);
		if (cursor != null) {
			statement = statement.param("since", SqlTime.utc(cursor.instant(0))).param("segment", cursor.number(1));
		}
		return statement.query(UserMembership.class).list();
	}

	/**
	 * Finds the memberships of a user at a moment, by the ids of the segments.
	 */
	List<PastMembership> findPast(long userId, Instant moment, @Nullable Cursor cursor, int limit) {
		return this.jdbc
			.sql(PAST_MEMBERSHIPS.formatted(BY_SEGMENT.beyond(cursor, ":segment"), BY_SEGMENT.order(cursor)))
			.param("user", userId)
			.param("moment", SqlTime.utc(moment))
			.param("segment", (cursor != null) ? cursor.number(0) : null)
			.param("limit", limit)
			.query(PastMembership.class)
			.list();
	}

	Optional<UserMembership> find(long userId, long segmentId) {
		return this.jdbc.sql(MEMBERSHIPS + " AND m.segment_id = :segment")
			.param("user", userId)
			.param("segment", segmentId)
			.query(UserMembership.class)
			.optional();
	}

	/**
	 * Finds segments that the user is not in and with all words of a text in their name,
	 * earlier names or description. Names that start with the text come first.
	 */
	List<SegmentChoice> findChoices(long userId, String text, int limit) {
		return this.jdbc.sql("""
				SELECT s.id, s.name, s.description FROM segments AS s
				WHERE s.id IN (SELECT find_segments(:text)) AND NOT EXISTS (
				    SELECT FROM active_memberships AS m WHERE m.user_id = :user AND m.segment_id = s.id)
				ORDER BY coalesce(nullif(least(position(lower(:text) IN lower(s.name)), 2), 0), 3), lower(s.name), s.id
				LIMIT :limit
				""").param("text", text).param("user", userId).param("limit", limit).query(SegmentChoice.class).list();
	}

	List<SegmentChoice> findSegments(Collection<Long> ids) {
		return this.jdbc
			.sql("SELECT id, name, description FROM segments WHERE id = ANY (:ids) ORDER BY lower(name), id")
			.param("ids", ids.toArray(Long[]::new))
			.query(SegmentChoice.class)
			.list();
	}

	/**
	 * Finds the names of those of the segments that the user is in.
	 */
	List<String> findJoined(long userId, Collection<Long> segmentIds) {
		return this.jdbc.sql("""
				SELECT s.name FROM active_memberships AS m JOIN segments AS s ON s.id = m.segment_id
				WHERE m.user_id = :user AND m.segment_id = ANY (:segments)
				ORDER BY lower(s.name)
				""")
			.param("user", userId)
			.param("segments", segmentIds.toArray(Long[]::new))
			.query(String.class)
			.list();
	}

}
