package dev.segmentation.reference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lines of the history: those of the reference service, and those that it lacks.
 */
@Repository
class LineRepository {

	/** Operations name segments. Those that no longer exist get ids after all others. */
	private static final String SEGMENTS = """
			CREATE TEMPORARY TABLE reference_segment_ids ON COMMIT DROP AS
			SELECT name, id AS segment_id FROM reference_segments
			UNION ALL
			SELECT segment_name, coalesce((SELECT max(id) FROM reference_segments), 0) + row_number() OVER (ORDER BY min(id))
			FROM reference_operations AS o
			WHERE NOT EXISTS (SELECT FROM reference_segments AS s WHERE s.name = o.segment_name)
			GROUP BY segment_name
			""";

	/**
	 * A line of the same type as the one before it gets the opposite line in between. At
	 * the end, a line for each membership makes history and memberships agree. Even
	 * positions are those of the reference service.
	 */
	private static final String LINES = """
			CREATE TEMPORARY TABLE reference_lines ON COMMIT DROP AS
			WITH line AS (
			    SELECT 2 * row_number() OVER (ORDER BY o.date, o.id) AS position, o.user_id, s.segment_id, o.segment_name,
			           o.type, o.date, lag(o.type) OVER stay AS previous, lag(o.date) OVER stay AS previous_date,
			           lead(o.type) OVER stay IS NULL AS is_last
			    FROM reference_operations AS o JOIN reference_segment_ids AS s ON s.name = o.segment_name
			    WINDOW stay AS (PARTITION BY o.user_id, s.segment_id ORDER BY o.date, o.id)
			), part AS (
			    SELECT position, user_id, segment_id, segment_name, type, date, 'old' AS origin FROM line
			    UNION ALL
			    SELECT position - 1, user_id, segment_id, segment_name,
			           CASE type WHEN 'added' THEN 'deleted' ELSE 'added' END,
			           greatest(previous_date, date - interval '1 microsecond'), 'missing'
			    FROM line WHERE type = coalesce(previous, 'deleted')
			    UNION ALL
			    SELECT 9223372036854775807, user_id, segment_id, coalesce(n.name, i.name),
			           CASE WHEN r.user_id IS NULL THEN 'deleted' ELSE 'added' END, now(), 'closing'
			    FROM (SELECT user_id, segment_id, type FROM line WHERE is_last) AS l
			    FULL JOIN reference_relations AS r USING (user_id, segment_id)
			    JOIN reference_segment_ids AS i USING (segment_id)
			    LEFT JOIN reference_names AS n ON n.kind = 'name' AND n.id = segment_id
			    WHERE (l.type IS NOT DISTINCT FROM 'added') <> (r.user_id IS NOT NULL)
			)
			SELECT position, user_id, segment_id, segment_name, type::operation_type AS type, date, origin,
			       dense_rank() OVER (ORDER BY date, origin, CASE origin WHEN 'closing' THEN segment_id END) AS act_id
			FROM part
			""";

	private final JdbcClient jdbc;

	LineRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Collects the lines. Rows that cannot be carried over must have been deleted before.
	 */
	void collect() {
		this.jdbc.sql(SEGMENTS).update();
		this.jdbc.sql("ANALYZE reference_segment_ids").update();
		this.jdbc.sql(LINES).update();
		this.jdbc.sql("ANALYZE reference_lines").update();
	}

	/**
	 * Counts what will be written.
	 */
	Counts count() {
		return this.jdbc.sql("""
				SELECT (SELECT count(*) FROM reference_users) AS users,
				       (SELECT count(*) FROM reference_segments) AS segments,
				       (SELECT count(*) FROM reference_relations) AS memberships,
				       count(*) FILTER (WHERE origin = 'old') AS operations,
				       count(*) FILTER (WHERE origin = 'missing') AS missing,
				       count(*) FILTER (WHERE origin = 'closing') AS closing
				FROM reference_lines
				""").query(Counts.class).single();
	}

}
