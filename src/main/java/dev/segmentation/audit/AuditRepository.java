package dev.segmentation.audit;

import java.time.Duration;

import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRepository {

	private final JdbcClient jdbc;

	AuditRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(AuditKind kind, @Nullable CurrentAccount by, @Nullable String subject, @Nullable String detail,
			@Nullable String address, @Nullable String device) {
		this.jdbc.sql("""
				INSERT INTO audit_events (kind, account_id, login, subject, detail, address, device)
				VALUES (:kind, :account, :login, :subject, :detail, :address, :device)
				""")
			.param("kind", kind.name())
			.param("account", (by != null) ? by.id() : null)
			.param("login", (by != null) ? by.login() : null)
			.param("subject", subject)
			.param("detail", detail)
			.param("address", address)
			.param("device", device)
			.update();
	}

	/**
	 * Deletes up to {@code batch} events that are older than {@code keep}.
	 * @return their number
	 */
	int purge(Duration keep, int batch) {
		return this.jdbc.sql("SELECT purge_audit_events(make_interval(secs => :seconds), :batch)")
			.param("seconds", (double) keep.toSeconds())
			.param("batch", batch)
			.query(Integer.class)
			.single();
	}

}
