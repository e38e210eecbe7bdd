package dev.segmentation.report.export;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The formats of files that accounts chose last.
 */
@Repository
class FileChoiceRepository {

	private final JdbcClient jdbc;

	FileChoiceRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<String> find(long accountId) {
		return this.jdbc.sql("SELECT options FROM report_choices WHERE account_id = :account")
			.param("account", accountId)
			.query(String.class)
			.optional();
	}

	void save(long accountId, String options) {
		this.jdbc.sql("""
				INSERT INTO report_choices (account_id, options) VALUES (:account, :options)
				ON CONFLICT (account_id) DO UPDATE SET options = excluded.options
				""").param("account", accountId).param("options", options).update();
	}

}
