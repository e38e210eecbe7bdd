package dev.segmentation.report;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of reports, piece by piece.
 */
@Repository
class ReportContentRepository {

	private final JdbcClient jdbc;

	ReportContentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a piece on a connection of its own: that of the reader is busy with the
	 * report.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void insert(long reportId, int number, byte[] content) {
		this.jdbc.sql("INSERT INTO report_pieces (report_id, number, content) VALUES (:report, :number, :content)")
			.param("report", reportId)
			.param("number", number)
			.param("content", content)
			.update();
	}

	Optional<byte[]> find(long reportId, int number) {
		return this.jdbc.sql("SELECT content FROM report_pieces WHERE report_id = :report AND number = :number")
			.param("report", reportId)
			.param("number", number)
			.query(byte[].class)
			.optional();
	}

	void delete(long reportId) {
		this.jdbc.sql("DELETE FROM report_pieces WHERE report_id = :report").param("report", reportId).update();
	}

	/**
	 * Removes the files that nobody can have any more: of what is over, and of what broke
	 * off so long ago that no instance is at it.
	 */
	void deleteOver() {
		this.jdbc.sql("""
				DELETE FROM report_pieces
				WHERE report_id IN (SELECT id FROM reports AS r
				    WHERE r.expires_at <= now() OR r.revoked_at IS NOT NULL
				       OR (r.ready_at IS NULL AND r.created_at < now() - interval '1 day'
				           AND NOT EXISTS (SELECT FROM tasks AS t WHERE t.id = r.task_id AND t.state = 'RUNNING')))
				""").update();
	}

}
