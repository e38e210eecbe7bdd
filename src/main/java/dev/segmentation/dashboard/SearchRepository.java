package dev.segmentation.dashboard;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SearchRepository {

	private final JdbcClient jdbc;

	SearchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Segments with this id, or with all words of the text in their name, earlier names
	 * and description. Equal names come first, then names that start with the text.
	 */
	List<FoundSegment> findSegments(String text, int limit) {
		return this.jdbc.sql("""
				SELECT s.id, s.name, s.description, (
				    SELECT min(n.name) FROM segment_names AS n
				    WHERE n.segment_id = s.id AND position(lower(:text) IN lower(n.name)) > 0
				      AND position(lower(:text) IN lower(s.name)) = 0) AS former_name
				FROM segments AS s
				WHERE s.id::text = :text OR s.id IN (SELECT find_segments(:text))
				ORDER BY s.id::text <> :text, lower(s.name) <> lower(:text),
				         coalesce(nullif(least(position(lower(:text) IN lower(s.name)), 2), 0), 3), lower(s.name), s.id
				LIMIT :limit
				""").param("text", text).param("limit", limit).query(FoundSegment.class).list();
	}

}
