package dev.segmentation.report;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.UriUtils;

/**
 * Reads the list of reports, sorted and searched, without their tasks.
 */
@Repository
class ReportListRepository {

	/** The filters of a report are stored as in its URL, and its segments by id. */
	private static final String MATCHING = """
			FROM reports AS r LEFT JOIN accounts AS a ON a.id = r.account_id LEFT JOIN tasks AS t ON t.id = r.task_id
			WHERE (CAST(:account AS bigint) IS NULL OR r.account_id = :account)
			    AND (CAST(:place AS text) IS NULL OR r.place = :place)
			    AND (position(lower(:query) IN lower(r.name)) > 0 OR position(lower(:query) IN lower(a.login)) > 0
			        OR position(lower(:query) IN lower(r.title)) > 0 OR position(lower(:query) IN lower(r.recipient)) > 0
			        OR position(lower(:encoded) IN lower(r.query)) > 0
			        OR EXISTS (SELECT FROM segments AS s WHERE s.id = ANY (r.segment_ids)
			            AND position(lower(:query) IN lower(s.name)) > 0))
			    AND %s AND %s
			""";

	private final JdbcClient jdbc;

	private final ReportMapper mapper;

	ReportListRepository(JdbcClient jdbc, ReportMapper mapper) {
		this.jdbc = jdbc;
		this.mapper = mapper;
	}

	/**
	 * Counts reports.
	 * @param from counts those from a cursor on; {@code null} for all
	 * @param limit the largest number that is counted
	 */
	long count(ReportListFilter filter, @Nullable Cursor from, int limit) {
		String sql = "SELECT count(*) FROM (SELECT 1 %s LIMIT :limit) AS counted".formatted(matching(filter, from));
		return statement(sql, filter, from).param("limit", limit).query(Long.class).single();
	}

	/**
	 * Reads reports from a cursor on.
	 */
	List<ListedReport> find(ReportListFilter filter, @Nullable Cursor cursor, int limit) {
		String sql = "SELECT %s, CAST(%s AS text) AS sort_key %s ORDER BY %s LIMIT :limit".formatted(
				ReportRepository.COLUMNS, filter.sort().expression(), matching(filter, cursor),
				keyset(filter).order(cursor));
		return statement(sql, filter, cursor).param("limit", limit)
			.query((row, number) -> new ListedReport(this.mapper.mapRow(row, number), row.getString("sort_key")))
			.list();
	}

	/**
	 * Counts the reports with this filter whose links work.
	 */
	long countLive(String query) {
		return this.jdbc
			.sql("SELECT count(*) FROM reports AS r WHERE r.place = 'LINK' AND r.query = :query AND "
					+ ReportStatus.LIVE.condition())
			.param("query", query)
			.query(Long.class)
			.single();
	}

	/**
	 * Finds the newest reports with this filter whose links work.
	 * @param query the filter as in the URL of the history page
	 */
	List<Report> findLive(String query, int limit) {
		return this.jdbc
			.sql(ReportRepository.SELECT
					+ "WHERE r.place = 'LINK' AND r.query = :query AND %s ORDER BY r.id DESC LIMIT :limit"
						.formatted(ReportStatus.LIVE.condition()))
			.param("query", query)
			.param("limit", limit)
			.query(this.mapper)
			.list();
	}

	/**
	 * Finds the newest reports that an account requested on the pages within a week.
	 */
	List<Report> findRecent(long accountId, int limit) {
		return this.jdbc.sql(ReportRepository.SELECT + """
				WHERE r.account_id = :account AND r.created_at > now() - interval '7 days' AND r.task_id IS NOT NULL
				    AND r.replaced_by IS NULL
				ORDER BY r.id DESC LIMIT :limit
				""").param("account", accountId).param("limit", limit).query(this.mapper).list();
	}

	private static Keyset keyset(ReportListFilter filter) {
		return filter.sort().keyset(filter.descending());
	}

	private static String matching(ReportListFilter filter, @Nullable Cursor cursor) {
		return MATCHING.formatted((filter.status() != null) ? filter.status().condition() : "true",
				keyset(filter).beyond(cursor, "CAST(:key AS " + filter.sort().type() + ")", ":id"));
	}

	private JdbcClient.StatementSpec statement(String sql, ReportListFilter filter, @Nullable Cursor cursor) {
		JdbcClient.StatementSpec statement = this.jdbc.sql(sql)
			.param("query", filter.query())
			.param("encoded", UriUtils.encode(filter.query(), StandardCharsets.UTF_8))
			.param("account", filter.accountId())
			.param("place", (filter.place() != null) ? filter.place().name() : null);
		return (cursor != null) ? statement.param("key", key(cursor, filter.sort())).param("id", cursor.number(2))
				: statement;
	}

	private static Object key(Cursor cursor, ReportSort sort) {
		cursor.expect(sort.text());
		return (sort == ReportSort.NAME) ? cursor.key(1) : cursor.number(1);
	}

}
