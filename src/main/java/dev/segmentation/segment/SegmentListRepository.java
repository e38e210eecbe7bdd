package dev.segmentation.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads lists of segments with their sizes, page by page. Segments are few (thousands),
 * so each page sorts all that match; users, memberships and history are not touched.
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
	 * The rows after a place, or before it, in the order of the filter.
	 */
	List<Row> find(SegmentFilter filter, @Nullable SegmentCursor cursor, int limit) {
		boolean backwards = cursor != null && cursor.backwards();
		String order = (filter.descending() != backwards) ? "DESC" : "ASC";
		JdbcClient.StatementSpec statement = this.jdbc
			.sql(sql(filter, order) + ((cursor != null) ? after(filter.sort(), order) : "") + """
					ORDER BY placed.key %1$s, id %1$s LIMIT :limit
					""".formatted(order))
			.param("query", filter.query())
			.param("limit", limit);
		if (cursor != null) {
			statement = statement.param("key", cursor.key()).param("id", cursor.id());
		}
		List<Row> rows = new ArrayList<>(statement.query(SegmentListRepository::row).list());
		return backwards ? rows.reversed() : rows;
	}

	private static String sql(SegmentFilter filter, String order) {
		return """
				WITH matching AS (
				    SELECT s.id, s.name, s.description, s.assign_percent, now.size,
				           greatest(s.created_at, now.changed_at) AS changed_at, %s AS key
				    FROM segments AS s JOIN current_segment_sizes() AS now ON now.segment_id = s.id
				    WHERE position(lower(:query) IN lower(s.name)) > 0
				        OR position(lower(:query) IN lower(s.description)) > 0
				), placed AS (
				    SELECT *, row_number() OVER (ORDER BY key %2$s, id %2$s) AS place, count(*) OVER () AS matching
				    FROM matching
				)
				SELECT id, name, description, assign_percent, size, changed_at, key::text AS place_key, place, matching
				FROM placed
				""".formatted(filter.sort().expression(), order);
	}

	private static String after(SegmentSort sort, String order) {
		return "WHERE (key, id) %s (CAST(:key AS %s), :id) ".formatted(order.equals("ASC") ? ">" : "<", sort.type());
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		SegmentSummary segment = new SegmentSummary(row.getLong("id"), row.getString("name"),
				row.getString("description"), row.getBigDecimal("assign_percent"), row.getLong("size"),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
		return new Row(segment, row.getString("place_key"), row.getLong("place"), row.getLong("matching"));
	}

	/**
	 * A segment and its place among all that match, counted in the direction of reading.
	 */
	record Row(SegmentSummary segment, String key, long place, long matching) {

		SegmentCursor cursor(boolean backwards) {
			return new SegmentCursor(this.key, this.segment.id(), backwards);
		}

	}

}
