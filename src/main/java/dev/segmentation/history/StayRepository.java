package dev.segmentation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.DatedCursor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pairs one user's operations into stays: each addition with what follows it in the same
 * segment. They lie in a range of the key that holds the history of 64 users.
 */
@Repository
class StayRepository {

	/**
	 * What has expired and is not swept yet has left: by expiry, though no act says so.
	 */
	private static final String STAYS = """
			WITH line AS (
			    SELECT o.id, o.segment_id, o.segment_name, o.type, o.date, o.act_id,
			           lead(o.date) OVER stay AS left_at, lead(o.act_id) OVER stay AS left_act_id
			    FROM operations AS o
			    WHERE o.user_block = :user / 64 AND :user = ANY (o.user_ids)
			    WINDOW stay AS (PARTITION BY o.segment_id ORDER BY o.date, o.id)
			), stay AS (
			    SELECT l.id, l.segment_id, l.segment_name, s.name AS current_name, l.date, l.act_id, l.left_act_id,
			           m.expires_at, m.expires_at <= now() AS unswept,
			           coalesce(l.left_at, CASE WHEN m.expires_at <= now() THEN m.expires_at END) AS left_at
			    FROM line AS l
			    LEFT JOIN segments AS s ON s.id = l.segment_id
			    LEFT JOIN memberships AS m ON l.left_at IS NULL AND m.user_id = :user AND m.segment_id = l.segment_id
			    WHERE l.type = 'added'
			)
			SELECT stay.id, stay.segment_id, stay.segment_name, stay.current_name, stay.expires_at,
			       stay.date AS entered_at, e.kind AS entered_kind, e.account_id AS entered_account_id,
			       ea.login AS entered_account, e.note AS entered_note,
			       stay.left_at, CASE WHEN stay.unswept THEN 'expiry' ELSE l.kind END AS left_kind,
			       l.account_id AS left_account_id, la.login AS left_account, l.note AS left_note
			FROM stay
			LEFT JOIN acts AS e ON e.id = stay.act_id
			LEFT JOIN accounts AS ea ON ea.id = e.account_id
			LEFT JOIN acts AS l ON l.id = stay.left_act_id
			LEFT JOIN accounts AS la ON la.id = l.account_id
			WHERE (position(lower(:segment) IN lower(stay.segment_name)) > 0
			       OR position(lower(:segment) IN lower(stay.current_name)) > 0)
			""";

	/** A stay that ends as the time begins is over by then. */
	private static final String IN_TIME = """
			 AND stay.date < :to AND (stay.date >= :from OR coalesce(stay.left_at, stay.expires_at, 'infinity') > :from)
			""";

	private final JdbcClient jdbc;

	StayRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A user's stays from a place on, newest first, or oldest first when they go back
	 * from there.
	 */
	List<Stay> find(long userId, StayFilter filter, @Nullable DatedCursor cursor, int limit) {
		boolean onward = cursor == null || cursor.onward();
		String sql = STAYS + ((filter.from() != null) ? IN_TIME : "")
				+ ((cursor != null) ? " AND (stay.date, stay.id) %s (:date, :id)".formatted(onward ? "<" : ">") : "")
				+ (onward ? " ORDER BY stay.date DESC, stay.id DESC" : " ORDER BY stay.date, stay.id")
				+ " LIMIT :limit";
		return this.jdbc.sql(sql)
			.param("user", userId)
			.param("segment", filter.segment())
			.param("from", utc(filter.from()))
			.param("to", utc(filter.to()))
			.param("date", (cursor != null) ? utc(cursor.date()) : null)
			.param("id", (cursor != null) ? cursor.id() : null)
			.param("limit", limit)
			.query(StayRepository::stay)
			.list();
	}

	private static Stay stay(ResultSet row, int number) throws SQLException {
		Instant left = instant(row, "left_at");
		return new Stay(row.getLong("id"), row.getLong("segment_id"), row.getString("segment_name"),
				row.getString("current_name"),
				end(row, "entered", row.getObject("entered_at", OffsetDateTime.class).toInstant()),
				(left != null) ? end(row, "left", left) : null, (left != null) ? null : instant(row, "expires_at"));
	}

	private static StayEnd end(ResultSet row, String which, Instant at) throws SQLException {
		String kind = row.getString(which + "_kind");
		return new StayEnd(at, (kind != null) ? ActKind.of(kind) : null,
				row.getObject(which + "_account_id", Long.class), row.getString(which + "_account"),
				row.getString(which + "_note"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime date = row.getObject(column, OffsetDateTime.class);
		return (date != null) ? date.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC) : null;
	}

}
