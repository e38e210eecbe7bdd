package dev.segmentation.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.DatedCursor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where one user is now. Since when and why, the newest addition in the history tells: it
 * lies in a range of the key that holds the history of 64 users.
 */
@Repository
class UserMembershipRepository {

	private static final String MEMBERSHIPS = """
			WITH entered AS MATERIALIZED (
			    SELECT DISTINCT ON (segment_id) segment_id, date, act_id FROM operations
			    WHERE user_block = :user / 64 AND type = 'added' AND :user = ANY (user_ids)
			    ORDER BY segment_id, date DESC, id DESC
			)
			SELECT m.segment_id, (SELECT s.name FROM segments AS s WHERE s.id = m.segment_id) AS name,
			       coalesce(e.date, m.added_at) AS since, m.expires_at, act.kind, act.account_id, a.login, act.note
			FROM memberships AS m
			LEFT JOIN entered AS e ON e.segment_id = m.segment_id
			LEFT JOIN acts AS act ON act.id = e.act_id
			LEFT JOIN accounts AS a ON a.id = act.account_id
			WHERE m.user_id = :user AND (m.expires_at IS NULL OR m.expires_at > now())
			""";

	private final JdbcClient jdbc;

	UserMembershipRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A user's memberships from a place on, newest first, or oldest first when they go
	 * back from there.
	 */
	List<UserMembership> find(long userId, @Nullable DatedCursor cursor, int limit) {
		boolean onward = cursor == null || cursor.onward();
		String after = (cursor != null)
				? " AND (coalesce(e.date, m.added_at), m.segment_id) %s (:date, :segment)".formatted(onward ? "<" : ">")
				: "";
		String order = onward ? " ORDER BY since DESC, segment_id DESC" : " ORDER BY since, segment_id";
		return this.jdbc.sql(MEMBERSHIPS + after + order + " LIMIT :limit")
			.param("user", userId)
			.param("date", (cursor != null) ? utc(cursor.date()) : null)
			.param("segment", (cursor != null) ? cursor.id() : null)
			.param("limit", limit)
			.query((row, number) -> membership(row))
			.list();
	}

	Optional<UserMembership> find(long userId, long segmentId) {
		return this.jdbc.sql(MEMBERSHIPS + " AND m.segment_id = :segment")
			.param("user", userId)
			.param("segment", segmentId)
			.query((row, number) -> membership(row))
			.optional();
	}

	/**
	 * Segments that a user is not in, whose name holds a text, those that start with it
	 * first.
	 */
	List<SegmentChoice> findChoices(long userId, String text, int limit) {
		return this.jdbc.sql("""
				SELECT s.id, s.name, s.description FROM segments AS s
				WHERE position(lower(:text) IN lower(s.name)) > 0 AND NOT EXISTS (
				    SELECT FROM memberships AS m WHERE m.user_id = :user AND m.segment_id = s.id
				        AND (m.expires_at IS NULL OR m.expires_at > now()))
				ORDER BY position(lower(:text) IN lower(s.name)) > 1, lower(s.name), s.id LIMIT :limit
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
	 * The names of those of the segments that a user is in.
	 */
	List<String> findEntered(long userId, Collection<Long> segmentIds) {
		return this.jdbc.sql("""
				SELECT s.name FROM memberships AS m JOIN segments AS s ON s.id = m.segment_id
				WHERE m.user_id = :user AND m.segment_id = ANY (:segments)
				  AND (m.expires_at IS NULL OR m.expires_at > now())
				ORDER BY lower(s.name)
				""")
			.param("user", userId)
			.param("segments", segmentIds.toArray(Long[]::new))
			.query(String.class)
			.list();
	}

	private static UserMembership membership(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		return new UserMembership(row.getLong("segment_id"), row.getString("name"),
				row.getObject("since", OffsetDateTime.class).toInstant(), instant(row, "expires_at"),
				(kind != null) ? ActKind.of(kind) : null, row.getObject("account_id", Long.class),
				row.getString("login"), row.getString("note"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime date = row.getObject(column, OffsetDateTime.class);
		return (date != null) ? date.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant instant) {
		return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
	}

}
