package dev.segmentation.account.factor.web;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.account.factor.web.Staff.App;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Administrators require a second factor for roles, and remove lost ones.
 */
@HttpTest
class SecondFactorRulesTests {

	private static final String RULES = "/accounts/sign-in-rules";

	private static final String SETUP = "/account/passkeys";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	SignedIn signedIn;

	@AfterEach
	void requireNothing() {
		admin().post(RULES, Map.of());
	}

	@Test
	void leadsAnAccountOfTheRoleToTheSetupAndNowhereElse() {
		Staff staff = Staff.add(this.api, this.database, "led", Role.EDITOR);
		require("EDITOR");
		Pages pages = staff.enterPassword();
		assertThat(location(pages.get("/"))).isEqualTo(SETUP);
		assertThat(location(pages.get("/segments/new"))).isEqualTo(SETUP);
		assertThat(pages.get("/users", "HX-Request", "true").headers().firstValue("HX-Redirect")).hasValue(SETUP);
		assertThat(location(pages.post("/segments/new", Map.of("name", "LED")))).isEqualTo(SETUP);
		assertThat(pages.get(SETUP).body()).contains("Your role requires a second factor.");
		staff.setUpApp(pages);
		assertThat(pages.get("/").statusCode()).isEqualTo(200);
		assertThat(pages.get(SETUP).body()).doesNotContain("Your role requires a second factor.");
	}

	@Test
	void asksForItInOpenSessionsToo() {
		Staff staff = Staff.add(this.api, this.database, "open", Role.EDITOR);
		Pages pages = staff.enterPassword();
		assertThat(pages.get("/").statusCode()).isEqualTo(200);
		require("EDITOR");
		assertThat(location(pages.get("/"))).isEqualTo(SETUP);
	}

	@Test
	void keepsTheFormOfAnEditorUntilTheSetup() {
		Staff staff = Staff.add(this.api, this.database, "typing", Role.EDITOR);
		Pages pages = staff.enterPassword();
		require("EDITOR");
		Map<String, String> form = Map.of("name", "KEPT_FOR_LATER");
		HttpResponse<String> refused = pages.post("/segments/new", form, "Origin", this.api.root());
		assertThat(refused.statusCode()).isEqualTo(200);
		assertThat(refused.body()).contains("Your role now requires a second factor", "KEPT_FOR_LATER");
		staff.setUpApp(pages);
		assertThat(pages.post("/segments/new", form).statusCode()).isEqualTo(302);
	}

	@Test
	void warnsOfAccountsThatAreNotReady() {
		Staff.add(this.api, this.database, "unready", Role.ADMIN);
		String warned = admin().post(RULES, Map.of("roles", "ADMIN")).body();
		assertThat(warned).contains("Your own account is one of them.", "Require second factor")
			.containsPattern("value=\"ADMIN\"\\s+checked");
		assertThat(admin().get(RULES).body()).doesNotContainPattern("value=\"ADMIN\"\\s+checked");
	}

	@Test
	void leavesOtherRolesAlone() {
		require("EDITOR");
		assertThat(this.signedIn.as(TestAccount.VIEWER).get("/").statusCode()).isEqualTo(200);
		assertThat(admin().get("/").statusCode()).isEqualTo(200);
	}

	@Test
	void refusesProgramsOfTheRoleInVersion1() {
		Staff.add(this.api, this.database, "robot", Role.EDITOR);
		String body = "{\"login\": \"robot\", \"password\": \"%s\"}".formatted(TestAccount.PASSWORD);
		Api program = this.api.as("robot", TestAccount.PASSWORD);
		assertThat(program.get("/segments").status()).isEqualTo(200);
		require("EDITOR");
		await().untilAsserted(() -> assertThat(program.get("/segments").status()).isEqualTo(401));
		Api.Answer refused = this.api.post("/users/sign-in", body);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.error()).isEqualTo("forbidden");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0", "OWNER" })
	void refusesAnUnknownRole(String role) {
		require("EDITOR");
		assertThat(admin().post(RULES, Map.of("roles", role)).statusCode()).isEqualTo(422);
		assertThat(admin().get(RULES).body()).containsPattern("value=\"EDITOR\"\\s+checked");
	}

	@Test
	void showsAndRecordsTheRules() {
		assertThat(require("VIEWER").statusCode()).isEqualTo(302);
		assertThat(admin().get(RULES).body()).containsPattern("value=\"VIEWER\"\\s+checked")
			.doesNotContainPattern("value=\"EDITOR\"\\s+checked");
		assertThat(this.database.jdbc()
			.sql("SELECT detail FROM audit_events WHERE kind = 'SETTING_CHANGED' AND login = 'admin' ORDER BY id")
			.query(String.class)
			.list()).contains("none → VIEWER");
		assertThat(admin().get("/audit?kind=SETTING_CHANGED").body()).contains("none → Viewer");
		assertThat(admin().get("/audit?kind=SETTING_CHANGED", "Accept-Language", "ru").body())
			.contains("нет → Наблюдатель", "обязательный второй фактор");
	}

	@Test
	void areForAdministratorsOnly() {
		for (TestAccount account : new TestAccount[] { TestAccount.EDITOR, TestAccount.VIEWER }) {
			Pages pages = this.signedIn.as(account);
			assertThat(pages.get(RULES).statusCode()).isEqualTo(403);
			assertThat(pages.post(RULES, Map.of("roles", "ADMIN")).statusCode()).isEqualTo(403);
			assertThat(pages.get("/accounts/1/second-factor").statusCode()).isEqualTo(403);
			assertThat(pages.post("/accounts/1/second-factor/remove", Map.of()).statusCode()).isEqualTo(403);
		}
		assertThat(admin().post(RULES, Map.of("roles", "MEMBER")).statusCode()).isEqualTo(200);
		assertThat(admin().post(RULES, Map.of("roles", "NOBODY")).statusCode()).isEqualTo(422);
	}

	@Test
	void removesTheLostSecondFactorOfAnotherAccount() {
		Staff staff = Staff.add(this.api, this.database, "lost", Role.VIEWER);
		App app = staff.setUpApp(staff.enterPassword());
		String page = "/accounts/" + staff.id() + "/second-factor";
		assertThat(admin().get(page).body()).contains("Second factor of lost", "Remove second factor");
		admin().post(page + "/remove", Map.of());
		assertThat(admin().get(page).body()).contains("This account has no second factor.");
		assertThat(staff.audited()).contains("SECOND_FACTOR_REMOVED admin all");
		Pages pages = staff.enterPassword();
		assertThat(pages.get("/").statusCode()).isEqualTo(200);
		assertThat(pages.post("/login/code", Map.of("code", app.recoveryCodes().getFirst())).statusCode())
			.isEqualTo(302);
	}

	@Test
	void knowNoSecondFactorsOfMembersAndUnknownAccounts() {
		long member = this.database.jdbc().sql("""
				WITH member AS (INSERT INTO users (login, email)
				    VALUES ('factorless', 'f@example.com') RETURNING id)
				INSERT INTO accounts (login, role, user_id) SELECT 'factorless', 'MEMBER', id FROM member RETURNING id
				""").query(Long.class).single();
		assertThat(admin().get("/accounts/" + member + "/second-factor").statusCode()).isEqualTo(404);
		assertThat(admin().get("/accounts/4711/second-factor").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> require(String role) {
		return admin().post(RULES, Map.of("roles", role, "confirmed", role));
	}

	private Pages admin() {
		return this.signedIn.as(TestAccount.ADMIN);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

}
