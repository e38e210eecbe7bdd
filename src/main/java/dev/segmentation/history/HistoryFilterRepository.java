package dev.segmentation.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

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
	 * Finds the segments that have or had a name, and the account that has a login.
	 * Deleted segments are found too.
	 */
	Named findNamed(String segment, String account) {
		return this.jdbc
			.sql("""
					SELECT ARRAY(SELECT DISTINCT segment_id FROM segment_names WHERE lower(name) = lower(:segment)) AS segments,
					       (SELECT id FROM accounts WHERE lower(login) = lower(:account)) AS account
					""")
			.param("segment", segment)
			.param("account", account)
			.query((row, number) -> new Named(List.of((Long[]) row.getArray("segments").getArray()),
					row.getObject("account", Long.class)))
			.single();
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

	/**
	 * The segments and the account that two names refer to.
	 *
	 * @param segments the ids of the segments
	 * @param account {@code null} when no account has the login
	 */
	record Named(List<Long> segments, @Nullable Long account) {
	}

}
