package dev.segmentation.membership;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.ActKind;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.ManyMemberships;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The indexes that the hot statements use with 20,000 users in ten of 1,000 segments
 * each.
 */
@DatabaseTest
class MembershipPlanTests {

	private final Plans plans;

	private final MembershipRepository memberships;

	private long user;

	MembershipPlanTests(TestDatabase database) throws SQLException {
		this.plans = ManyMemberships.plans(database);
		this.memberships = new MembershipRepository(this.plans.jdbc());
	}

	@Test
	void findsAUsersSegmentsByTheUsersKey() {
		assertPlans(this.plans.of(() -> this.memberships.findActiveSegments(next()))).readNoTableWhole()
			.use("users", "users_pkey")
			.use("memberships", "memberships_pkey")
			.use("segments", "segments_pkey");
	}

	@Test
	void changesAUsersMembershipsWithoutScanningATable() {
		SegmentReferences segments = new SegmentReferences.Ids(List.of(11L, 12L));
		assertPlans(this.plans.of(() -> {
			long changed = next();
			this.memberships.add(changed, segments, new Ttl.For(Duration.ofDays(1)), ActKind.API, 1);
			this.memberships.remove(changed, segments, ActKind.API, 1);
		})).readNoTableWhole()
			.use("memberships", "memberships_pkey", "memberships_segment_id_user_id_idx")
			.use("users", "users_pkey");
	}

	@Test
	void findsExpiredMembershipsByTheirEnd() {
		assertPlans(this.plans.of(() -> this.memberships.expire(1000))).readNoTableWhole()
			.use("memberships", "memberships_ends_idx");
	}

	/** Uses another user each time, as in production. */
	private long next() {
		this.user = this.user % ManyMemberships.USERS + 997;
		return this.user;
	}

}
