package dev.segmentation.report;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The reports whose end their author wants to know.
 */
@Repository
class ReportWatchRepository {

	private final JdbcClient jdbc;

	ReportWatchRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(long reportId, long accountId) {
		this.jdbc.sql("""
				INSERT INTO report_watches (report_id, account_id) VALUES (:report, :account)
				ON CONFLICT (report_id) DO UPDATE SET account_id = excluded.account_id
				""").param("report", reportId).param("account", accountId).update();
	}

	/** Finds the ids of the watched reports, oldest first. */
	List<Long> find(long accountId) {
		return this.jdbc.sql("SELECT report_id FROM report_watches WHERE account_id = :account ORDER BY report_id")
			.param("account", accountId)
			.query(Long.class)
			.list();
	}

	/**
	 * Ends a watch.
	 * @return {@code false} when another request has ended it
	 */
	boolean delete(long reportId) {
		return this.jdbc.sql("DELETE FROM report_watches WHERE report_id = :report")
			.param("report", reportId)
			.update() > 0;
	}

}
