package dev.segmentation.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.segmentation.shared.ActKind;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The history's page, whatever it is narrowed to, on {@link ManyOperations}.
 */
@DatabaseTest
class ActPlanTests {

	private static final int WANTED = 51;

	private final TestDatabase database;

	private final Plans plans;

	private final ActWalkRepository walks;

	private final ActRepository acts;

	private final ActFilter all = ActFilter.all();

	/** From the middle of what there is, newest first. */
	private final ActSpan span = ActSpan.of(this.all,
			ActPlace.olderThan(new ActCursor(Instant.parse("2023-02-10T00:00:00Z"), 30_000)));

	ActPlanTests(TestDatabase database) throws SQLException {
		this.database = database;
		this.plans = new Plans(database);
		this.walks = new ActWalkRepository(this.plans.jdbc());
		this.acts = new ActRepository(this.plans.jdbc());
	}

	@BeforeEach
	void fill() {
		ManyOperations.fill(this.database);
	}

	@Test
	void walksActsInTheOrderOfTheirIndex() {
		assertPlans(this.plans.of(() -> this.walks.walkActs(this.all, this.span, WANTED))).readNoTableWhole()
			.sortNothing()
			.use("acts", "acts_at_id_idx");
	}

	@Test
	void walksTheActsOfACauseByItsIndex() {
		ActFilter filter = this.all.through(Set.of(ActKind.PAGE, ActKind.PERCENT));
		assertPlans(this.plans.of(() -> this.walks.walkActs(filter, this.span, WANTED))).readNoTableWhole()
			.use("acts", "acts_kind_at_id_idx");
	}

	@Test
	void walksTheActsOfAnAccountByItsIndex() {
		assertPlans(this.plans.of(() -> this.walks.walkActs(this.all.by(1), this.span, WANTED))).readNoTableWhole()
			.use("acts", "acts_account_id_kind_at_id_idx");
	}

	@Test
	void walksTheHistoryOfASegmentByItsIndex() {
		ActFilter filter = this.all.ofSegments(List.of(7L));
		assertPlans(this.plans.of(() -> this.walks.walkSegments(filter, this.span, WANTED))).readNoTableWhole()
			.use("act_changes", "act_changes_segment_id_act_at_act_id_idx");
		assertPlans(this.plans.of(() -> this.walks.walkActsOfSegments(filter, this.span, WANTED))).readNoTableWhole()
			.use("acts", "acts_at_id_idx");
	}

	@Test
	void findsTheActsOfAUserByTheirBlock() {
		ActFilter filter = this.all.ofUsers(List.of(20_000L));
		assertPlans(this.plans.of(() -> this.walks.walkUsers(filter, this.span, WANTED))).readNoTableWhole()
			.use("operations", "_pkey")
			.use("acts", "acts_pkey");
	}

	@Test
	void readsWhatActsDidByTheirIds() {
		assertPlans(this.plans.of(() -> this.acts.find(List.of(100L, 30_000L, 50_000L), null, 3))).readNoTableWhole()
			.use("acts", "acts_pkey")
			.use("act_changes", "act_changes_act_id_idx");
	}

	@Test
	void pagesTheUsersOfAnAct() {
		assertPlans(this.plans.of(() -> this.acts.findUsers(30_000, 1, OperationType.ADDED, 0, true, WANTED)))
			.readNoTableWhole()
			.use("operations", "act_id_user_block_idx")
			.use("users", "users_pkey");
	}

}
