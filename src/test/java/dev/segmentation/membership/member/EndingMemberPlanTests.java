package dev.segmentation.membership.member;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.ManyMemberships;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The indexes that the list of ends uses with 20,000 users in ten of 1,000 segments each.
 */
@DatabaseTest
class EndingMemberPlanTests {

	private final Plans plans;

	private final EndingMemberRepository members;

	EndingMemberPlanTests(TestDatabase database) throws SQLException {
		this.plans = ManyMemberships.plans(database);
		this.members = new EndingMemberRepository(this.plans.jdbc());
	}

	@Test
	void pagesThroughAllSegments() {
		Cursor cursor = Cursor.after(Instant.now().plus(Duration.ofDays(1)), 5L, 7L);
		assertPlans(this.plans.of(() -> this.members.find(filter(null, null), cursor, 51))).readNoTableWhole()
			.use("memberships", "memberships_ends_idx");
	}

	@Test
	void pagesThroughOneSegment() {
		Cursor cursor = Cursor.after(Instant.now().plus(Duration.ofDays(1)), 5L, 7L);
		assertPlans(this.plans.of(() -> this.members.find(filter(5L, null), cursor, 51))).readNoTableWhole()
			.use("memberships", "memberships_segment_id_expires_at_idx", "memberships_ends_idx");
	}

	@Test
	void countsWithTheIndex() {
		assertPlans(this.plans.of(() -> this.members.count(filter(null, null), 101))).readNoTableWhole()
			.use("memberships", "memberships_ends_idx");
	}

	@Test
	void readsABoundedNumberForASource() {
		assertPlans(this.plans.of(() -> this.members.find(filter(null, ActKind.IMPORT), null, 51))).readNoTableWhole()
			.use("memberships", "memberships_ends_idx");
	}

	private static EndingFilter filter(@Nullable Long segment, @Nullable ActKind source) {
		Instant now = Instant.now();
		return new EndingFilter(now, now.plus(Duration.ofDays(30)), segment, source);
	}

}
