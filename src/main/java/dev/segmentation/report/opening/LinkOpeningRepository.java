package dev.segmentation.report.opening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

	/**
	 * Whether an opening {@code o} of a report {@code r} may still download: it was
	 * within an hour, and neither a new password nor a lower maximum has ended it.
	 */
	private static final String GRANTED = """
			o.opened_at > clock_timestamp() - interval '1 hour' AND o.number > r.closed_openings
			    AND o.number <= coalesce(r.max_openings, o.number)
			""";

	private static final Keyset NEWEST = Keyset.descending("number");

	private final JdbcClient jdbc;

	LinkOpeningRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Counts and logs an opening, and deletes the oldest ones. The update locks the
	 * report, so simultaneous openings get different numbers.
	 * @param visit the visit of the link's page; {@code null} for a link without a page
	 * @param kept the number of openings that stay in the log
	 * @return the number of the opening; empty when the link was opened as often as
	 * allowed, or has ended
	 */
	Optional<Long> insert(long reportId, @Nullable UUID visit, @Nullable String network, @Nullable String program,
			int kept) {
		return this.jdbc
			.sql("""
					WITH counted AS (
					    UPDATE reports SET opened = opened + 1, opened_at = clock_timestamp()
					    WHERE id = :report AND coalesce(opened < max_openings, true)
					        AND revoked_at IS NULL AND expires_at > clock_timestamp()
					    RETURNING id, opened, opened_at
					), outdated AS (
					    DELETE FROM report_openings AS o USING counted AS c
					    WHERE o.report_id = c.id AND o.number <= c.opened - :kept
					)
					INSERT INTO report_openings (report_id, number, opened_at, network, program, visit)
					SELECT id, opened, opened_at, CAST(:network AS cidr), CAST(:program AS text), CAST(:visit AS uuid) FROM counted
					RETURNING number
					""")
			.param("report", reportId)
			.param("kept", kept)
			.param("network", network)
			.param("program", program)
			.param("visit", visit)
			.query(Long.class)
			.optional();
	}

	/**
	 * Locks a report, and finds the number of a visit that may still download the file.
	 */
	Optional<Long> lockAndFind(long reportId, UUID visit) {
		this.jdbc.sql("SELECT FROM reports WHERE id = :report FOR UPDATE")
			.param("report", reportId)
			.query()
			.listOfRows();
		return this.jdbc.sql("""
				SELECT o.number FROM report_openings AS o JOIN reports AS r ON r.id = o.report_id
				WHERE o.report_id = :report AND o.visit = :visit AND %s
				ORDER BY o.number DESC LIMIT 1
				""".formatted(GRANTED)).param("report", reportId).param("visit", visit).query(Long.class).optional();
	}

	/**
	 * Whether an opening may still download the file.
	 */
	boolean isGranted(long reportId, long number) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM report_openings AS o JOIN reports AS r ON r.id = o.report_id
				    WHERE o.report_id = :report AND o.number = :number AND %s)
				""".formatted(GRANTED)).param("report", reportId).param("number", number).query(Boolean.class).single();
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
