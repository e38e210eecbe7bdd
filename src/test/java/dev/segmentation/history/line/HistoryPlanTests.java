package dev.segmentation.history.line;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.ManyOperations;
import dev.segmentation.history.Selection;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * The plans of pages of lines, on {@link ManyOperations}.
 */
@DatabaseTest
class HistoryPlanTests {

	private static final String BY_DATE = "date_id_user_count_idx";

	private final Plans plans;

	private final HistoryLineRepository history;

	private final HistoryPlaceRepository places;

	private final HistoryFilter month = HistoryFilter.month(2023, 2, Selection.all(), Clock.systemUTC());

	HistoryPlanTests(TestDatabase database) throws SQLException {
		this.plans = ManyOperations.plans(database);
		this.history = new HistoryLineRepository(this.plans.jdbc());
		this.places = new HistoryPlaceRepository(this.plans.jdbc());
	}

	@Test
	void readsTheFirstPageInTheOrderOfTheIndex() {
		assertPlans(this.plans.of(() -> this.history.find(this.month, 0, 51))).readNoTableWhole()
			.sortNothing()
			.use("operations", BY_DATE);
	}

	@Test
	void continuesFromACursorInTheOrderOfTheIndex() {
		HistoryCursor cursor = new HistoryCursor(this.month.from().plus(Duration.ofDays(14)), 35_000, 35_000);
		assertPlans(this.plans.ofOne(() -> this.history.findAfter(this.month, cursor, 51))).readNoTableWhole()
			.sortNothing()
			.use("operations", BY_DATE);
	}

	@Test
	void findsALineByItsNumberFromTheIndexAlone() {
		List<String> found = this.plans.of(() -> this.places.find(this.month, 12_345).orElseThrow());
		assertPlans(found).readNoTableWhole().use("operations", BY_DATE);
		assertPlans(found.stream().filter((plan) -> plan.contains("on operations")).toList()).use("operations",
				"Index Only Scan");
	}

	@Test
	void findsAUsersHistoryByTheirBlock() {
		HistoryFilter ofUsers = this.month.ofUsers(Selection.only(List.of(30_000L, 40_000L)));
		assertPlans(this.plans.ofOne(() -> this.history.find(ofUsers, 0, 51))).readNoTableWhole()
			.use("operations", "_pkey");
	}

}
