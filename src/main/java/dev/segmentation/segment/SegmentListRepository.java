package dev.segmentation.segment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the list of segments, sorted and searched.
 */
@Repository
class SegmentListRepository {

	private final JdbcClient jdbc;

	SegmentListRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long count() {
		return this.jdbc.sql("SELECT count(*) FROM segments").query(Long.class).single();
	}

	/**
	 * Reads rows from a cursor on. Sorts all matching segments, because there are
	 * thousands, not millions.
	 */
	List<Row> find(SegmentFilter filter, @Nullable Cursor cursor, int limit) {
		SegmentSort sort = filter.sort();
		Keyset keyset = sort.keyset(filter.descending());
		JdbcClient.StatementSpec statement = this.jdbc
			.sql("""
					WITH matching AS (
					    SELECT s.id, s.name, s.description, s.assign_percent, now.size,
					           greatest(s.created_at, now.changed_at) AS changed_at, s.restricted, %s AS key
					    FROM segments AS s JOIN current_segment_sizes() AS now ON now.segment_id = s.id
					    WHERE s.id IN (SELECT find_segments(:query)) AND (s.restricted OR NOT :restricted)
					), counted AS (
					    SELECT *, count(*) OVER () AS matching, row_number() OVER (ORDER BY %s) - 1 AS before FROM matching
					)
					SELECT id, name, description, assign_percent, size, changed_at, restricted, CAST(key AS text) AS sort_key, matching, before
					FROM counted WHERE %s ORDER BY %s LIMIT :limit
					"""
				.formatted(sort.expression(), keyset.order(null),
						keyset.beyond(cursor, "CAST(:key AS " + sort.type() + ")", ":id"), keyset.order(cursor)));
		if (cursor != null) {
			statement = statement.param("key", key(cursor, sort)).param("id", cursor.number(2));
		}
		return statement.param("query", filter.query())
			.param("restricted", filter.restricted())
			.param("limit", limit)
			.query(Row.class)
			.list();
	}

	private static String key(Cursor cursor, SegmentSort sort) {
		cursor.expect(sort.text());
		return (sort == SegmentSort.NAME) ? cursor.key(1) : String.valueOf(cursor.number(1));
	}

	/**
	 * A segment and its position in the list.
	 */
	record Row(long id, String name, String description, BigDecimal assignPercent, long size, Instant changedAt,
			boolean restricted, String sortKey, long matching, long before) {

		SegmentSummary summary() {
			return new SegmentSummary(this.id, this.name, this.description, this.assignPercent, this.size,
					this.changedAt, this.restricted);
		}

		Cursor cursor(SegmentSort sort) {
			return Cursor.after(sort.text(), this.sortKey, this.id);
		}

	}

}
