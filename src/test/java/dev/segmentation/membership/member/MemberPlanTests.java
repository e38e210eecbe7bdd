package dev.segmentation.membership.member;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.Cursor;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.ManyMemberships;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The indexes that the list of members uses with 20,000 users in ten of 1,000 segments
 * each.
 */
@DatabaseTest
class MemberPlanTests {

	private static final long SEGMENT = 5;

	private final Plans plans;

	private final MemberRepository members;

	private long user;

	MemberPlanTests(TestDatabase database) throws SQLException {
		this.plans = ManyMemberships.plans(database);
		this.members = new MemberRepository(this.plans.jdbc());
	}

	@Test
	void pagesById() {
		assertPlans(
				this.plans.of(() -> this.members.findKeys(SEGMENT, MemberFilter.ALL, Cursor.after("id", next()), 50)))
			.readNoTableWhole()
			.sortNothing()
			.use("memberships", "memberships_segment_id_user_id_idx");
	}

	@Test
	void pagesByEnd() {
		assertPlans(this.plans.of(() -> this.members.findKeys(SEGMENT, MemberFilter.ALL.ordered(MemberOrder.END),
				Cursor.after("end", 0, Instant.now().plusSeconds(next())), 50)))
			.readNoTableWhole()
			.sortNothing()
			.use("memberships", "memberships_segment_id_expires_at_idx");
	}

	@Test
	void pagesFromTheNewestOn() {
		MemberFilter newest = MemberFilter.ALL.ordered(MemberOrder.NEWEST);
		assertPlans(this.plans.of(() -> this.members.findKeys(SEGMENT, newest,
				Cursor.after("newest", next(), Instant.now().minusSeconds(next())), 50)))
			.readNoTableWhole()
			.sortNothing()
			.use("memberships", "memberships_segment_id_added_at_idx");
	}

	@Test
	void findsDetailsByKey() {
		assertPlans(this.plans.of(() -> this.members.findAll(SEGMENT, List.of(next(), next())))).readNoTableWhole();
	}

	/** Uses another user each time, as in production. */
	private long next() {
		this.user = this.user % ManyMemberships.USERS + 997;
		return this.user;
	}

}
