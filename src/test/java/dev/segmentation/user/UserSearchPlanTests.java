package dev.segmentation.user;

import java.sql.SQLException;
import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.ManyUsers;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.segmentation.support.PlansAssert.assertPlans;

/**
 * Searches among 20,000 users: each is a short range of an index.
 */
@DatabaseTest
class UserSearchPlanTests {

	private static final int LIMIT = 51;

	private final TestDatabase database;

	private final Plans plans;

	private final UserSearchRepository users;

	UserSearchPlanTests(TestDatabase database) throws SQLException {
		this.database = database;
		this.plans = new Plans(database);
		this.users = new UserSearchRepository(this.plans.jdbc());
	}

	@BeforeEach
	void fill() {
		if (this.database.jdbc().sql("SELECT EXISTS (SELECT FROM users)").query(Boolean.class).single()) {
			return;
		}
		ManyUsers.insert(this.database, 20_000);
		Plans.analyze(this.database);
	}

	@Test
	void listsUsersInTheOrderOfTheirKey() {
		UserCursor cursor = new UserCursor(UserField.ID, "9000", true);
		assertPlans(this.plans.of(() -> this.users.findByAge(cursor, LIMIT))).readNoTableWhole()
			.sortNothing()
			.use("users", "users_pkey");
	}

	@Test
	void findsWhoIsCalledSoByEveryNamesIndex() {
		assertPlans(this.plans.of(() -> this.users.findExactly("user-9000", 9000L))).readNoTableWhole()
			.use("users", "users_login_")
			.use("users", "users_email_")
			.use("users", "users_external_id_key")
			.use("users", "users_pkey");
	}

	@Test
	void findsWhoseNameStartsSoInTheOrderOfTheIndex() {
		UserCursor cursor = new UserCursor(UserField.LOGIN, "user-15", true);
		assertPlans(this.plans
			.of(() -> this.users.findByPrefix(UserField.LOGIN, "user-1", true, cursor, List.of(1L), LIMIT)))
			.readNoTableWhole()
			.sortNothing()
			.use("users", "users_login_prefix_idx");
		assertPlans(
				this.plans.of(() -> this.users.findByPrefix(UserField.EMAIL, "user-1", false, null, List.of(), LIMIT)))
			.readNoTableWhole()
			.sortNothing()
			.use("users", "users_email_prefix_idx");
	}

}
