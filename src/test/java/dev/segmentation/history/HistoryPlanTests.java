package dev.segmentation.history;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * Pages of history on three months of 20,000 operations of single users each.
 */
@DatabaseTest
class HistoryPlanTests {

	private static final String BY_DATE = "date_id_user_count_idx";

	private final TestDatabase database;

	private final Plans plans;

	private final HistoryRepository history;

	private final HistoryPlaceRepository places;

	private final HistoryFilter month = HistoryFilter.month(2023, 2, List.of(), Clock.systemUTC());

	HistoryPlanTests(TestDatabase database) throws SQLException {
		this.database = database;
		this.plans = new Plans(database);
		this.history = new HistoryRepository(this.plans.jdbc());
		this.places = new HistoryPlaceRepository(this.plans.jdbc());
	}

	@BeforeEach
	void fill() {
		if (this.database.jdbc().sql("SELECT EXISTS (SELECT FROM operations)").query(Boolean.class).single()) {
			return;
		}
		this.database.jdbc()
			.sql("SELECT make_operations_partitions('2023-01-01T00:00Z', '2023-03-01T00:00Z')")
			.query()
			.singleRow();
		this.database.jdbc().sql("""
				WITH act AS (INSERT INTO acts (kind, at)
				    SELECT 'api', TIMESTAMPTZ '2023-01-01T00:00Z' + n * interval '2 minutes'
				    FROM generate_series(1, 60000) AS n RETURNING id, at)
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT id, 1, 'ONE', 'added', at, id / 64, 1, ARRAY[id] FROM act
				""").update();
		this.database.jdbc().sql("SELECT recount()").query().singleRow();
		Plans.analyze(this.database);
	}

	@Test
	void readsTheFirstPageInTheOrderOfTheIndex() {
		assertPlans(this.plans.of(() -> this.history.find(this.month, 0, 51))).readNoTableWhole()
			.sortNothing()
			.use("operations", BY_DATE);
	}

	@Test
	void goesOnFromACursorInTheOrderOfTheIndex() {
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
		HistoryFilter ofUsers = HistoryFilter.month(2023, 2, List.of(30_000L, 40_000L), Clock.systemUTC());
		assertPlans(this.plans.ofOne(() -> this.history.find(ofUsers, 0, 51))).readNoTableWhole()
			.use("operations", "_pkey");
	}

}
