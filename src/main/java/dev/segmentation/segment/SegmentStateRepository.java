package dev.segmentation.segment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.Cursor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads segments for programs, by reference and in the order of their ids.
 */
@Repository
class SegmentStateRepository {

	private static final String LIST = "segments";

	private static final String STATES = """
			SELECT s.id, s.name, s.description, s.assign_percent, now.size, s.created_at,
			       greatest(s.created_at, now.changed_at) AS changed_at, s.version, s.restricted
			FROM segments AS s JOIN current_segment_sizes() AS now ON now.segment_id = s.id
			""";

	private final JdbcClient jdbc;

	SegmentStateRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Segment> find(SegmentRef ref) {
		String sql = "SELECT id, name, assign_percent FROM segments WHERE ";
		return ((ref.id() != null) ? this.jdbc.sql(sql + "id = ?").param(ref.id())
				: this.jdbc.sql(sql + "name = ?").param(ref.name()))
			.query(Segment.class)
			.optional();
	}

	/**
	 * Finds the ids of segments.
	 * @return an id for each reference, in the same order; {@code null} for unknown ones
	 */
	List<@Nullable Long> findIds(Collection<SegmentRef> refs) {
		return this.jdbc.sql("""
				SELECT (SELECT s.id FROM segments AS s WHERE s.id = r.id OR s.name = r.name)
				FROM unnest(:ids, :names) WITH ORDINALITY AS r (id, name, position) ORDER BY r.position
				""")
			.param("ids", refs.stream().map(SegmentRef::id).toArray(Long[]::new))
			.param("names", refs.stream().map(SegmentRef::name).toArray(String[]::new))
			.query((row, number) -> row.getObject(1, Long.class))
			.list();
	}

	Optional<SegmentState> findState(long id) {
		return this.jdbc.sql(STATES + "WHERE s.id = ?").param(id).query(SegmentState.class).optional();
	}

	/**
	 * Finds segments with all words of a text, in the order of their ids.
	 */
	List<SegmentState> findStates(String text, @Nullable Cursor cursor, int limit) {
		if (cursor != null) {
			cursor.expect(LIST);
		}
		return this.jdbc.sql(STATES + """
				WHERE s.id > :after AND s.id IN (SELECT find_segments(:text)) ORDER BY s.id LIMIT :limit
				""")
			.param("after", (cursor != null) ? cursor.number(1) : Long.MIN_VALUE)
			.param("text", text)
			.param("limit", limit)
			.query(SegmentState.class)
			.list();
	}

	/**
	 * Returns the position after a segment of {@link #findStates}.
	 */
	static Cursor position(SegmentState segment) {
		return Cursor.after(LIST, segment.id());
	}

}
