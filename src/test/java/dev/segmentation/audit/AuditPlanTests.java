package dev.segmentation.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The indexes of the page among 100,000 events.
 */
@DatabaseTest
class AuditPlanTests {

	private static final Cursor DEEP = Cursor.after(Instant.parse("2026-03-01T00:00:00Z"), 50_000);

	private final Plans plans;

	private final JdbcClient jdbc;

	AuditPlanTests(TestDatabase database) throws SQLException {
		database.jdbc().sql("""
				INSERT INTO audit_events (at, kind, login, subject, address)
				SELECT '2026-01-01Z'::timestamptz + n * interval '1 minute',
				    CASE WHEN n % 101 = 0 THEN 'ROLE_CHANGED' ELSE 'SIGNED_IN' END,
				    'login' || n % 97, 'subject' || n % 900, '10.0.0.' || n % 89
				FROM generate_series(1, 100000) AS n
				""").update();
		Plans.analyze(database);
		this.plans = new Plans(database);
		this.jdbc = this.plans.jdbc();
	}

	@Test
	void readsTheNewestAlongAnIndex() {
		assertIndex(AuditFilter.all(), "audit_events_newest_idx");
		assertIndex(new AuditFilter("", null, "", "", Instant.parse("2026-01-10T00:00:00Z"),
				Instant.parse("2026-02-10T00:00:00Z")), "audit_events_newest_idx");
	}

	@Test
	void readsTheNewestOfEachFilterAlongItsIndex() {
		assertIndex(new AuditFilter("", AuditKind.ROLE_CHANGED, "", "", null, null), "audit_events_newest_of_kind_idx");
		assertIndex(new AuditFilter("", null, "Login7", "", null, null), "audit_events_newest_of_account_idx");
		assertIndex(new AuditFilter("", AuditKind.ROLE_CHANGED, "Login7", "", null, null),
				"audit_events_newest_of_account_and_kind_idx");
		assertIndex(new AuditFilter("", null, "", "10.0.0.9", null, null), "audit_events_newest_of_address_idx");
	}

	@Test
	void findsRareWordsByTheirIndex() {
		AuditFilter filter = new AuditFilter("subject77 login77", null, "", "", null, null);
		assertPlans(this.plans.of(() -> find(filter, null))).use("audit_events", "audit_events_words_idx");
	}

	private void assertIndex(AuditFilter filter, String index) {
		assertIndex(filter, null, index);
		assertIndex(filter, DEEP, index);
		assertIndex(filter, DEEP.reversed(), index);
	}

	private void assertIndex(AuditFilter filter, @Nullable Cursor cursor, String index) {
		assertPlans(this.plans.of(() -> find(filter, cursor))).use("audit_events", index).sortNothing();
	}

	private List<AuditEvent> find(AuditFilter filter, @Nullable Cursor cursor) {
		return new AuditSearchRepository(this.jdbc).find(filter, cursor, 51);
	}

}
