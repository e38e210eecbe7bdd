package dev.segmentation.user;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import dev.segmentation.shared.Cursor;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.ManyMemberships;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.segmentation.support.PlansAssert.assertPlans;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The indexes that searches use among 20,000 users.
 */
@DatabaseTest
class UserSearchPlanTests {

	private static final int LIMIT = 51;

	private final Plans plans;

	private final UserSearchRepository users;

	UserSearchPlanTests(TestDatabase database) throws SQLException {
		this.plans = ManyMemberships.plans(database);
		this.users = new UserSearchRepository(this.plans.jdbc());
	}

	@Test
	void listsUsersByTheirIds() {
		Cursor cursor = Cursor.after("id", 9000);
		assertPlans(this.plans.of(() -> this.users.findNewest(cursor, LIMIT))).readNoTableWhole()
			.sortNothing()
			.use("users", "users_pkey");
	}

	@Test
	void findsExactMatchesByTheIndexOfEachField() {
		assertPlans(this.plans.of(() -> this.users.findExact("9000"))).readNoTableWhole()
			.use("users", "users_login_")
			.use("users", "users_email_")
			.use("users", "users_external_id_key")
			.use("users", "users_pkey");
	}

	@Test
	void findsPrefixesInTheOrderOfTheIndex() {
		UserRange byLogin = new UserRange(UserMatchKind.LOGIN, "user-1", false, "user-15");
		UserRange byEmail = new UserRange(UserMatchKind.EMAIL, "user-1", true, null);
		assertPlans(this.plans.of(() -> this.users.find(byLogin, List.of(1L), LIMIT))).readNoTableWhole()
			.sortNothing()
			.use("users", "users_login_prefix_idx");
		assertPlans(this.plans.of(() -> this.users.find(byEmail, List.of(), LIMIT))).readNoTableWhole()
			.sortNothing()
			.use("users", "users_email_prefix_idx");
	}

	@Test
	void findsPartsByTheirIndexUnlessManyUsersHaveThem() {
		assertPlans(this.plans
			.of(() -> this.users.find(new UserRange(UserMatchKind.PART, "ser-1234", false, null), List.of(), LIMIT)))
			.readNoTableWhole()
			.use("users", "users_search_idx", "Index Only Scan Backward using users_pkey", "users_pkey on users u ");
		assertPlans(this.plans
			.of(() -> this.users.find(new UserRange(UserMatchKind.PART, "ser", true, "9000"), List.of(), LIMIT))
			.stream()
			.filter((plan) -> !plan.contains("EXPLAIN (FORMAT JSON)"))
			.toList()).readNoTableWhole().use("users", "users_pkey");
	}

	@ParameterizedTest
	@CsvSource({ "2, false", "200, false", "2000, false", "19990, false", "15, true", "1500, true", "9999, true",
			"20001, true" })
	void findsAFrequentPartWhereverItsUsersAre(long from, boolean back) {
		UserRange range = new UserRange(UserMatchKind.PART, "ser-1", back, "" + from);
		List<Long> expected = this.plans.jdbc()
			.sql("SELECT id FROM users WHERE login LIKE '%%ser-1%%' AND id %s ORDER BY id %s LIMIT 51"
				.formatted(back ? "< " + from : "> " + from, back ? "DESC" : ""))
			.query(Long.class)
			.list();
		assertThat(this.users.find(range, List.of(), LIMIT)).extracting(UserDetails::id).isEqualTo(expected);
	}

	@Test
	void findsReferencesByTheIndexOfEachField() {
		UserRepository references = new UserRepository(this.plans.jdbc());
		List<String> texts = IntStream.range(0, 1000).mapToObj((index) -> "user-" + index).toList();
		List<String> plans = this.plans.of(() -> references.findReferences(texts));
		assertPlans(plans).readNoTableWhole();
		assertThat(plans).isNotEmpty()
			.allSatisfy((plan) -> assertThat(plan).contains("users_pkey", "users_login_", "users_email_",
					"users_external_id_key"));
	}

	@Test
	void findsTheMembersAmongUsersByTheirIndex() {
		assertPlans(this.plans.of(() -> this.users.findMembers(5, List.of(1L, 2L, 3L)))).readNoTableWhole();
	}

}
