package dev.segmentation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds the segments and accounts that the history's filters name.
 */
@Repository
class HistoryFilterRepository {

	private final JdbcClient jdbc;

	HistoryFilterRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the segments that have or had a name, in any case, best first: those with
	 * exactly this name, and then the one with the id. Deleted segments are found too.
	 * @param id an id that the text ends with; {@code null} for none
	 */
	List<SegmentFit> findSegments(String text, @Nullable Long id) {
		return this.jdbc.sql("""
				SELECT n.segment_id AS id, coalesce(min(s.name), min(n.name)) AS name,
				       CASE WHEN bool_or(n.name = :text) THEN 1 WHEN n.segment_id = :id THEN 2 ELSE 3 END AS rank
				FROM segment_names AS n LEFT JOIN segments AS s ON s.id = n.segment_id
				WHERE lower(n.name) = lower(:text) OR n.segment_id = :id
				GROUP BY n.segment_id ORDER BY rank, n.segment_id
				""").param("text", text).param("id", id, Types.BIGINT).query(SegmentFit.class).list();
	}

	/**
	 * Finds the account that has a login, in any case.
	 */
	Optional<Long> findAccount(String login) {
		return this.jdbc.sql("SELECT id FROM accounts WHERE lower(login) = lower(:login)")
			.param("login", login)
			.query(Long.class)
			.optional();
	}

	/**
	 * Finds the choices of the filters.
	 * @param most the largest number of logins
	 */
	HistoryFilterOptions findOptions(int most) {
		return this.jdbc
			.sql("""
					SELECT (SELECT at FROM acts ORDER BY at, id LIMIT 1) AS beginning,
					       ARRAY(SELECT login FROM accounts WHERE role <> 'MEMBER' ORDER BY lower(login) LIMIT :most) AS staff
					""")
			.param("most", most)
			.query(HistoryFilterRepository::options)
			.single();
	}

	private static HistoryFilterOptions options(ResultSet row, int number) throws SQLException {
		return new HistoryFilterOptions(SqlTime.instantOrNull(row, "beginning"),
				List.of((String[]) row.getArray("staff").getArray()));
	}

	/**
	 * The current and former names of segments in alphabetical order.
	 * @param start the start of the names
	 */
	List<String> findSegmentNames(String start, int limit) {
		return this.jdbc.sql("""
				SELECT DISTINCT lower(name), name FROM segment_names
				WHERE lower(name) ~>=~ lower(:start) AND lower(name) ~<~ (lower(:start) || chr(1114111))
				ORDER BY 1, 2 LIMIT :limit
				""").param("start", start).param("limit", limit).query((row, number) -> row.getString("name")).list();
	}

}
