package dev.segmentation.report.opening;

import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log of the downloads by links.
 */
@Repository
class LinkOpeningRepository {

	private static final Keyset NEWEST = Keyset.descending("number");

	private final JdbcClient jdbc;

	LinkOpeningRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts and logs an opening, and deletes the oldest ones. The update locks the
	 * report, so simultaneous openings get different numbers.
	 * @param kept the number of openings that stay in the log
	 */
	void insert(long reportId, @Nullable String network, @Nullable String program, int kept) {
		this.jdbc.sql("""
				WITH counted AS (
				    UPDATE reports SET opened = opened + 1, opened_at = clock_timestamp() WHERE id = :report
				    RETURNING id, opened, opened_at
				), outdated AS (
				    DELETE FROM report_openings AS o USING counted AS c
				    WHERE o.report_id = c.id AND o.number <= c.opened - :kept
				)
				INSERT INTO report_openings (report_id, number, opened_at, network, program)
				SELECT id, opened, opened_at, CAST(:network AS cidr), CAST(:program AS text) FROM counted
				""")
			.param("report", reportId)
			.param("kept", kept)
			.param("network", network)
			.param("program", program)
			.update();
	}

	/**
	 * Finds the openings of a report from a cursor on, newest first.
	 */
	List<LinkOpening> find(long reportId, @Nullable Cursor cursor, int limit) {
		return this.jdbc.sql("""
				SELECT number, opened_at, CAST(network AS text) AS network, program
				FROM report_openings
				WHERE report_id = :report AND %s
				ORDER BY %s
				LIMIT :limit
				""".formatted(NEWEST.beyond(cursor, ":number"), NEWEST.order(cursor)))
			.param("report", reportId)
			.param("number", (cursor != null) ? cursor.number(0) : null)
			.param("limit", limit)
			.query(LinkOpening.class)
			.list();
	}

}
