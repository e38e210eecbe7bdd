package dev.segmentation.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of the history with its act.
 *
 * @param table the partition of the row
 */
record Operation(long id, long act, String kind, @Nullable Long account, @Nullable String note, String segment,
		String type, Instant date, long block, List<Long> users, String table) {

	/**
	 * Returns a segment's history in its order.
	 */
	static List<Operation> of(JdbcClient jdbc, long segment) {
		return jdbc.sql("""
				SELECT o.id, act_id, kind, account_id, note, segment_name, type, date, user_block, user_ids,
				       o.tableoid::regclass::text AS partition
				FROM operations AS o JOIN acts AS a ON a.id = act_id
				WHERE segment_id = :segment ORDER BY date, o.id
				""").param("segment", segment).query(Operation::read).list();
	}

	private static Operation read(ResultSet row, int number) throws SQLException {
		return new Operation(row.getLong("id"), row.getLong("act_id"), row.getString("kind"),
				row.getObject("account_id", Long.class), row.getString("note"), row.getString("segment_name"),
				row.getString("type"), row.getObject("date", OffsetDateTime.class).toInstant(),
				row.getLong("user_block"), List.of((Long[]) row.getArray("user_ids").getArray()),
				row.getString("partition"));
	}

	/**
	 * Returns the type and source, as {@code added api} or {@code deleted expiry}.
	 */
	String what() {
		return this.type + " " + this.kind;
	}

}
