package dev.segmentation.history.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.instantOrNull;
import static dev.segmentation.shared.database.SqlTime.utc;
import static dev.segmentation.shared.database.SqlTime.utcOrNull;

/**
 * Pairs the operations of one user: each addition with the next removal from the same
 * segment. The operations are in one range of the primary key, which contains the history
 * of 64 users.
 */
@Repository
class MembershipPeriodRepository {

	/**
	 * An expired membership that is not removed yet counts as ended, although no act has
	 * recorded it.
	 */
	private static final String PERIODS = """
			WITH line AS (
			    SELECT o.id, o.segment_id, o.segment_name, o.type, o.date, o.act_id,
			           lead(o.date) OVER entry AS left_at, lead(o.act_id) OVER entry AS left_act_id
			    FROM operations AS o
			    WHERE o.user_block = :user / 64 AND :user = ANY (o.user_ids)
			    WINDOW entry AS (PARTITION BY o.segment_id ORDER BY o.date, o.id)
			), entry AS (
			    SELECT l.id, l.segment_id, l.segment_name, s.name AS current_name, l.date, l.act_id, l.left_act_id,
			           m.expires_at, m.expires_at <= now() AS unswept,
			           coalesce(l.left_at, CASE WHEN m.expires_at <= now() THEN m.expires_at END) AS left_at
			    FROM line AS l
			    LEFT JOIN segments AS s ON s.id = l.segment_id
			    LEFT JOIN memberships AS m ON l.left_at IS NULL AND m.user_id = :user AND m.segment_id = l.segment_id
			    WHERE l.type = 'added'
			)
			SELECT entry.id, entry.segment_id, entry.segment_name, entry.current_name, entry.expires_at,
			       entry.date AS entered_at, e.id AS entered_act_id, e.kind AS entered_kind, e.account_id AS entered_account_id,
			       ea.login AS entered_account, e.note AS entered_note,
			       entry.left_at, l.id AS left_act_id, CASE WHEN entry.unswept THEN 'expiry' ELSE l.kind END AS left_kind,
			       l.account_id AS left_account_id, la.login AS left_account, l.note AS left_note
			FROM entry
			LEFT JOIN acts AS e ON e.id = entry.act_id
			LEFT JOIN accounts AS ea ON ea.id = e.account_id
			LEFT JOIN acts AS l ON l.id = entry.left_act_id
			LEFT JOIN accounts AS la ON la.id = l.account_id
			WHERE (position(lower(:segment) IN lower(entry.segment_name)) > 0
			       OR position(lower(:segment) IN lower(entry.current_name)) > 0)
			""";

	/** A period that ends exactly at the start of the filter is not included. */
	private static final String IN_TIME = """
			 AND entry.date < :to
			 AND (entry.date >= :from OR coalesce(entry.left_at, entry.expires_at, 'infinity') > :from)
			""";

	private static final Keyset NEWEST_FIRST = Keyset.descending("entry.date", "entry.id");

	private final JdbcClient jdbc;

	MembershipPeriodRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds a user's periods in the direction of a cursor.
	 * @param cursor {@code null} for the latest addition
	 */
	List<MembershipPeriod> find(long userId, PeriodFilter filter, @Nullable Cursor cursor, int limit) {
		String sql = PERIODS + ((filter.from() != null) ? IN_TIME : "") + " AND "
				+ NEWEST_FIRST.beyond(cursor, ":date", ":id") + " ORDER BY " + NEWEST_FIRST.order(cursor)
				+ " LIMIT :limit";
		return this.jdbc.sql(sql)
			.param("user", userId)
			.param("segment", filter.segment())
			.param("from", utcOrNull(filter.from()))
			.param("to", utcOrNull(filter.to()))
			.param("date", (cursor != null) ? utc(cursor.instant(0)) : null)
			.param("id", (cursor != null) ? cursor.number(1) : null)
			.param("limit", limit)
			.query(MembershipPeriodRepository::period)
			.list();
	}

	private static MembershipPeriod period(ResultSet row, int number) throws SQLException {
		Instant left = instantOrNull(row, "left_at");
		return new MembershipPeriod(row.getLong("id"), row.getLong("segment_id"), row.getString("segment_name"),
				row.getString("current_name"), end(row, "entered", instant(row, "entered_at")),
				(left != null) ? end(row, "left", left) : null,
				(left != null) ? null : instantOrNull(row, "expires_at"), List.of());
	}

	private static PeriodEnd end(ResultSet row, String which, Instant at) throws SQLException {
		String kind = row.getString(which + "_kind");
		return new PeriodEnd(at, row.getObject(which + "_act_id", Long.class), (kind != null) ? ActKind.of(kind) : null,
				row.getObject(which + "_account_id", Long.class), row.getString(which + "_account"),
				row.getString(which + "_note"));
	}

}
