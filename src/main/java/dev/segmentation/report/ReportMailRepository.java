package dev.segmentation.report;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails to the authors of reports.
 */
@Repository
class ReportMailRepository {

	private final JdbcClient jdbc;

	ReportMailRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	boolean hasAddress(long accountId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM accounts WHERE id = :id AND email IS NOT NULL)")
			.param("id", accountId)
			.query(Boolean.class)
			.single();
	}

	Optional<MailState> findState(long reportId) {
		return this.jdbc.sql("SELECT mail FROM reports WHERE id = :id AND mail IS NOT NULL")
			.param("id", reportId)
			.query(MailState.class)
			.optional();
	}

	/**
	 * Requests a mail for a report that is not ready.
	 */
	void request(long reportId, String root, Locale language) {
		this.jdbc.sql("""
				UPDATE reports SET mail = 'WANTED', mail_root = :root, mail_language = :language
				WHERE id = :id AND ready_at IS NULL
				""").param("root", root).param("language", language.getLanguage()).param("id", reportId).update();
	}

	/**
	 * Requests mails for all reports of a recurring one.
	 */
	void requestAll(long recurringId, String root, Locale language) {
		this.jdbc.sql("UPDATE recurring_reports SET mail_root = :root, mail_language = :language WHERE id = :id")
			.param("root", root)
			.param("language", language.getLanguage())
			.param("id", recurringId)
			.update();
	}

	/**
	 * Requests a mail for a report of a recurring one that wants mails.
	 */
	void requestNext(long reportId, long recurringId) {
		this.jdbc.sql("""
				UPDATE reports SET mail = 'WANTED', mail_root = s.mail_root, mail_language = s.mail_language
				FROM recurring_reports AS s WHERE reports.id = :report AND s.id = :recurring AND s.mail_root IS NOT NULL
				""").param("report", reportId).param("recurring", recurringId).update();
	}

	/**
	 * Finds the mail of a report that is ready.
	 */
	Optional<Mail> findWanted(long reportId) {
		return this.jdbc.sql("""
				SELECT a.email AS address, r.mail_root AS root, r.mail_language AS language
				FROM reports AS r LEFT JOIN accounts AS a ON a.id = r.account_id AND a.enabled
				WHERE r.id = :id AND r.mail = 'WANTED' AND r.ready_at IS NOT NULL
				""").param("id", reportId).query(Mail.class).optional();
	}

	void setState(long reportId, MailState state) {
		this.jdbc.sql("UPDATE reports SET mail = :state WHERE id = :id")
			.param("state", state.name())
			.param("id", reportId)
			.update();
	}

	/**
	 * A mail to the author of a report.
	 *
	 * @param root the address of the application
	 */
	record Mail(@Nullable String address, String root, String language) {
	}

}
