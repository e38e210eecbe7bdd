package dev.segmentation.audit;

import java.time.Duration;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
class AuditLogTests {

	private static final CurrentAccount ANNA = new CurrentAccount(7, "anna", Role.ADMIN, null, 0);

	private final JdbcClient jdbc;

	private final AuditRepository events;

	private final AuditLog audit;

	private long before;

	AuditLogTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.events = new AuditRepository(this.jdbc);
		this.audit = new AuditLog(this.events);
	}

	@BeforeEach
	void remember() {
		this.before = this.jdbc.sql("SELECT coalesce(max(id), 0) FROM audit_events").query(Long.class).single();
	}

	@Test
	void keepsTheLoginOfWhoActed() {
		this.audit.record(AuditKind.ROLE_CHANGED, ANNA, "boris", "VIEWER to EDITOR");
		assertThat(recorded("login || ' ' || subject || ' ' || detail")).isEqualTo("anna boris VIEWER to EDITOR");
	}

	@Test
	void removesCharactersThatHideAPart() {
		this.audit.record(AuditKind.SIGN_IN_FAILED, null, "an\u202Ena\u0000\r\n" + "x".repeat(400), null);
		assertThat(recorded("subject")).isEqualTo("anna" + "x".repeat(296));
	}

	@Test
	void changesNoEvent() {
		this.audit.record(AuditKind.SIGNED_OUT, ANNA, null, null);
		assertRefused("UPDATE audit_events SET login = 'boris'");
		assertRefused("DELETE FROM audit_events");
		assertRefused("TRUNCATE audit_events");
	}

	@Test
	void purgesOnlyOldEvents() {
		this.jdbc.sql("""
				INSERT INTO audit_events (at, kind)
				SELECT now() - make_interval(days => day), 'SIGNED_OUT' FROM unnest('{1, 399, 401, 500}'::int[]) AS day
				""").update();
		assertThat(this.events.purge(Duration.ofDays(400), 10)).isEqualTo(2);
		assertThat(recorded("count(*)")).isEqualTo("2");
		assertRefused("DELETE FROM audit_events");
	}

	@Test
	void keepsEventsForTheSetting() {
		this.jdbc.sql("""
				INSERT INTO audit_events (at, kind)
				SELECT now() - make_interval(days => day), 'SIGNED_OUT' FROM unnest('{1, 29, 31}'::int[]) AS day
				""").update();
		new AuditPurge(this.events, new AuditProperties(Duration.ofDays(30))).purge();
		assertThat(recorded("max(now() - at) < interval '30 days'")).isEqualTo("true");
		assertThat(recorded("count(*)")).isEqualTo("2");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new AuditProperties(Duration.ZERO))
			.withMessage("SEGMENTATION_AUDIT_KEEP must be positive.");
	}

	private String recorded(String column) {
		return this.jdbc.sql("SELECT (" + column + ")::text FROM audit_events WHERE id > ?")
			.param(this.before)
			.query(String.class)
			.single();
	}

	private void assertRefused(String sql) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(sql).update())
			.withMessageContaining("append-only");
	}

}
