package dev.segmentation.history.act;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.ManyOperations;
import dev.segmentation.history.Selection;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The plans of the history page for each kind of filter, on {@link ManyOperations}.
 */
@DatabaseTest
class ActPlanTests {

	private static final int WANTED = 51;

	private final Plans plans;

	private final ActWalkRepository walks;

	private final ActRepository acts;

	private final ExpiryHourRepository hours;

	private final HistoryFilter all = HistoryFilter.all();

	/** In the middle of the history, newest first. */
	private final Cursor cursor = Cursor.after(Instant.parse("2023-02-10T00:00:00Z"), 30_000);

	ActPlanTests(TestDatabase database) throws SQLException {
		this.plans = ManyOperations.plans(database);
		this.walks = new ActWalkRepository(this.plans.jdbc());
		this.acts = new ActRepository(this.plans.jdbc());
		this.hours = new ExpiryHourRepository(this.plans.jdbc());
	}

	@Test
	void walksFromHourToHourOfTheExpiries() {
		HistoryFilter others = this.all.through(EnumSet.complementOf(EnumSet.of(ActKind.EXPIRY)));
		for (Cursor from : List.of(this.cursor, this.cursor.reversed())) {
			assertPlans(this.plans.of(() -> this.hours.walk(others, from, WANTED))).readNoTableWhole()
				.use("acts", "acts_kind_at_id_idx")
				.use("act_changes", "act_changes_expired_idx");
			HistoryFilter segment = others.ofSegments(Selection.only(List.of(7L)));
			assertPlans(this.plans.of(() -> this.hours.walk(segment, from, WANTED))).readNoTableWhole()
				.use("act_changes", "act_changes_segment_id_expired_idx");
		}
	}

	@Test
	void countsTheExpiriesOfAnHourByTheirIndex() {
		List<Long> expiry = List.of(30_002L);
		assertPlans(this.plans.of(() -> this.hours.find(expiry, this.all))).readNoTableWhole()
			.use("act_changes", "act_changes_expired_idx");
		HistoryFilter segment = this.all.ofSegments(Selection.only(List.of(7L)));
		assertPlans(this.plans.of(() -> this.hours.find(expiry, segment))).readNoTableWhole();
	}

	@Test
	void walksTheActsOfACauseByItsIndex() {
		HistoryFilter filter = this.all.through(Set.of(ActKind.PAGE, ActKind.PERCENT));
		assertPlans(this.plans.of(() -> this.walks.walkActs(filter, this.cursor, WANTED))).readNoTableWhole()
			.use("acts", "acts_kind_at_id_idx");
	}

	@Test
	void walksTheActsOfAnAccountByItsIndex() {
		assertPlans(this.plans.of(() -> this.walks.walkActs(this.all.by(1L), this.cursor, WANTED))).readNoTableWhole()
			.use("acts", "acts_account_id_kind_at_id_idx");
	}

	@Test
	void searchesNotesAmongTheActsThatHaveOne() {
		HistoryFilter filter = this.all.noted("sale 29999");
		assertPlans(this.plans.of(() -> this.walks.walkNotedActs(filter, this.cursor, WANTED))).readNoTableWhole()
			.use("acts", "acts_noted_at_id_idx");
		assertPlans(this.plans.of(() -> this.walks.walkNotedActs(filter.by(1L), this.cursor, WANTED)))
			.readNoTableWhole();
	}

	@Test
	void walksTheHistoryOfASegmentByItsIndex() {
		HistoryFilter filter = this.all.ofSegments(Selection.only(List.of(7L))).by(1L);
		assertPlans(this.plans.of(() -> this.walks.walkSegments(filter, this.cursor, WANTED))).readNoTableWhole()
			.use("act_changes", "act_changes_segment_id_expired_idx");
		assertPlans(this.plans.of(() -> this.walks.walkActsOfSegments(filter, this.cursor, WANTED))).readNoTableWhole()
			.use("acts", "acts_account_id_kind_at_id_idx");
	}

	@Test
	void findsTheActsOfAUserByTheirBlock() {
		HistoryFilter filter = this.all.ofUsers(Selection.only(List.of(20_000L)));
		assertPlans(this.plans.of(() -> this.walks.walkUsers(filter, this.cursor, WANTED))).readNoTableWhole()
			.use("operations", "_pkey")
			.use("acts", "acts_pkey");
	}

	@Test
	void readsChangesOfActsByTheirIds() {
		assertPlans(this.plans.of(() -> this.acts.find(List.of(100L, 30_000L, 50_000L), Selection.all(), 3)))
			.readNoTableWhole()
			.use("acts", "acts_pkey")
			.use("act_changes", "act_changes_act_id_idx")
			.use("act_end_changes", "act_end_changes_act_id_idx");
	}

	@Test
	void pagesTheUsersOfAnAct() {
		assertPlans(this.plans.of(() -> this.acts.findUsers(30_000, 1, ActChangeType.ADDED, null, WANTED)))
			.readNoTableWhole()
			.use("operations", "act_id_user_block_idx")
			.use("users", "users_pkey");
		assertPlans(this.plans.of(() -> this.acts.findUsers(30_000, 1, ActChangeType.ENDS, null, WANTED)))
			.readNoTableWhole()
			.use("users", "users_pkey");
	}

}
