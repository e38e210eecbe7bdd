package dev.segmentation.account.company;

import java.util.List;
import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.company.CompanyProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The company's sign-on with a real provider. Passwords are for one administrator only.
 */
@BrowserTest
@TestPropertySource(properties = { "spring.security.oauth2.client.registration.acme.client-id=segmentation",
		"spring.security.oauth2.client.registration.acme.client-secret=" + CompanyProvider.CLIENT_SECRET,
		"spring.security.oauth2.client.registration.acme.client-name=ACME",
		"spring.security.oauth2.client.registration.acme.scope=openid,profile,email",
		"spring.security.oauth2.client.registration.gone.client-id=segmentation",
		"spring.security.oauth2.client.provider.gone.issuer-uri=http://127.0.0.1:1",
		"segmentation.oidc.roles[0].claim=groups", "segmentation.oidc.roles[0].value=staff",
		"segmentation.oidc.roles[0].role=VIEWER", "segmentation.oidc.roles[1].claim=realm_access.roles",
		"segmentation.oidc.roles[1].value=segment-admins", "segmentation.oidc.roles[1].role=ADMIN",
		"segmentation.oidc.password-sign-in=false", "segmentation.oidc.break-glass=Admin" })
class CompanySignOnTests {

	private static final CompanyProvider PROVIDER = new CompanyProvider();

	@Autowired
	TestDatabase database;

	@Autowired
	Api api;

	@Autowired
	CompanyAccounts accounts;

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry properties) {
		properties.add("spring.security.oauth2.client.provider.acme.issuer-uri", PROVIDER::issuer);
	}

	@BeforeEach
	void registerTheApplication() {
		PROVIDER.allow(this.api.root());
	}

	@Test
	void createsAnAccountAndSignsOutThereToo() {
		PROVIDER.add("u-1", person("anna", List.of("staff", "other")));
		Browser.open("/history?cause=api");
		Looks.check("login-company");
		signInAs("u-1");
		Selenide.webdriver().shouldHave(urlContaining("/history?cause=api"));
		$(".topbar-login").shouldHave(exactText("anna"));
		assertThat(events()).contains("ACCOUNT_CREATED anna company sign-on, VIEWER", "SIGNED_IN anna company sign-on");
		assertThat(read("SELECT concat_ws(' ', email, full_name, role, password_hash IS NULL) FROM accounts "
				+ "WHERE login = 'anna'"))
			.isEqualTo("anna@example.com Anna Berg VIEWER t");
		signOut();
		Selenide.webdriver().shouldHave(urlContaining(this.api.root() + "/login"));
		$(".login-companies a").click();
		$("input[name=username]").shouldBe(visible);
		assertThat(WebDriverRunner.url()).startsWith(PROVIDER.issuer() + "/login");
	}

	@Test
	void changesTheRoleAtEachSignIn() {
		PROVIDER.add("u-2", person("boris", List.of("staff")));
		signIn("u-2");
		signOut();
		PROVIDER.add("u-2",
				Map.of("preferred_username", "renamed", "realm_access", Map.of("roles", List.of("segment-admins"))));
		signIn("u-2");
		$(".topbar-login").shouldHave(exactText("boris"));
		refreshUntilVisible("a[href='/audit']");
		$("a[href='/audit']").click();
		$(".audit").shouldHave(text("Viewer → Administrator, company sign-on"));
		Looks.check("audit");
	}

	@Test
	void keepsTheLastAdministrator() {
		change("admin", false);
		try {
			assertThat(role("segment-admins")).isEqualTo(Role.ADMIN);
			assertThat(role("nobody")).isEqualTo(Role.ADMIN);
		}
		finally {
			change("admin", true);
		}
		assertThat(role("nobody")).isEqualTo(Role.VIEWER);
	}

	private Role role(String companyRole) {
		return this.accounts
			.signIn(new CompanyIdentity(PROVIDER.issuer(), "u-last", Map.of("preferred_username", "last", "groups",
					List.of("staff"), "realm_access", Map.of("roles", List.of(companyRole)))))
			.role();
	}

	private void change(String login, boolean enabled) {
		this.database.jdbc()
			.sql("UPDATE accounts SET enabled = ? WHERE login = ?")
			.param(enabled)
			.param(login)
			.update();
	}

	@Test
	void takesNoExistingAccountOver() {
		this.database.jdbc().sql("UPDATE accounts SET email = 'editor@example.com' WHERE login = 'editor'").update();
		PROVIDER.add("u-3", person("Editor", List.of("staff")));
		signIn("u-3");
		$(".topbar-login").shouldHave(exactText("Editor-2"));
		assertThat(read("SELECT count(*) || coalesce(max(email), ' none') FROM accounts WHERE login = 'Editor-2'"))
			.isEqualTo("1 none");
	}

	@Test
	void refusesPeopleWithoutARoleAndDisabledAccounts() {
		PROVIDER.add("u-4", person("carl", List.of("guests")));
		signIn("u-4");
		$("#failure").shouldHave(text("gives you no role here"));
		Looks.check("login-company-refused");
		assertThat(read("SELECT count(*) FROM accounts WHERE login = 'carl'")).isEqualTo("0");
		PROVIDER.add("u-4", person("carl", List.of("staff")));
		Browser.open("/login/company/acme");
		$(".topbar-login").shouldHave(exactText("carl"));
		this.database.jdbc().sql("UPDATE accounts SET enabled = false WHERE login = 'carl'").update();
		refreshUntilVisible(".login-companies");
		Browser.open("/login/company/acme");
		$("#failure").shouldHave(text("Your account is disabled"));
		assertThat(events()).contains("SIGN_IN_FAILED carl company sign-on, no role",
				"SIGN_IN_FAILED carl company sign-on, account disabled");
	}

	@Test
	void endsSessionsWhenTheProviderSaysSo() {
		PROVIDER.add("u-5", person("dora", List.of("staff")));
		signIn("u-5");
		$(".topbar-login").shouldHave(exactText("dora"));
		Pages provider = new Pages(this.api);
		assertThat(tell(provider, "no token")).isEqualTo(400);
		assertThat(tell(provider, PROVIDER.logoutToken("u-1"))).isEqualTo(200);
		Selenide.refresh();
		$(".topbar-login").shouldBe(visible);
		assertThat(tell(provider, PROVIDER.logoutToken("u-5"))).isEqualTo(200);
		Selenide.refresh();
		$(".login-companies").shouldBe(visible);
	}

	@Test
	void keepsAFormOverASignInAtTheProvider() {
		PROVIDER.add("u-6", Map.of("preferred_username", "emil", "groups", List.of("staff"), "realm_access",
				Map.of("roles", List.of("segment-admins"))));
		signIn("u-6");
		Browser.open("/segments/new");
		$("#name").setValue("BETA_KEPT");
		$("#description").setValue("A text that was long to write");
		this.database.jdbc().sql("DELETE FROM sessions WHERE principal_name = 'emil'").update();
		$("main form button[type=submit]").click();
		$("#ended").shouldHave(text("Your input is kept."));
		$(".login-companies button").shouldHave(exactText("Sign in with ACME")).click();
		$("#again").click();
		$("h1").shouldHave(text("BETA_KEPT"));
		assertThat(read("SELECT description FROM segments WHERE name = 'BETA_KEPT'"))
			.isEqualTo("A text that was long to write");
		assertThat(read("SELECT max(max_inactive_interval) FROM sessions WHERE principal_name = 'emil'"))
			.isEqualTo("43200");
	}

	@Test
	void keepsAFormWhenTheProviderSignsNobodyIn() {
		Pages stranger = new Pages(this.api);
		stranger.post("/login/company/acme",
				Map.of("back", "/segments", "keptAction", "/segments/new", "keptFields", "name=BETA%20KEPT"));
		assertThat(stranger.get("/login?company=cancelled").body()).contains("Your input is kept.", "name=BETA%20KEPT");
		assertThat(stranger.get("/login").body()).doesNotContain("Your input is kept.");
	}

	@Test
	void saysThatTheProviderDoesNotAnswer() {
		Browser.open("/login/company/gone");
		$("#failure").shouldHave(text("Your company’s sign-on isn’t responding"));
		assertThat(new Pages(this.api).get("/login/company/unknown").statusCode()).isEqualTo(404);
		assertThat(new Pages(this.api).get("/login/oauth2/code/acme?code=x&state=y").headers().firstValue("Location"))
			.hasValue("/login?company=failed");
	}

	@Test
	void acceptsThePasswordOfOneAdministratorOnly() {
		Browser.open("/login");
		$(".login-password summary").click();
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		$("#failure").shouldHave(text("You can’t sign in here directly"));
		new LoginPage().signIn("editor", "wrong password");
		$("#failure").shouldHave(text("The login or password is incorrect"));
		new LoginPage().signIn("admin", TestAccount.PASSWORD);
		$(".topbar-login").shouldHave(exactText("admin"));
		Api.Answer refused = this.api.post("/users/sign-in", """
				{"login": "editor", "password": "%s"}""".formatted(TestAccount.PASSWORD));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.error()).isEqualTo("forbidden");
	}

	private static Map<String, Object> person(String login, List<String> groups) {
		return Map.of("preferred_username", login, "email", login.toLowerCase(java.util.Locale.ROOT) + "@example.com",
				"email_verified", true, "name", "Anna Berg", "groups", groups);
	}

	private static void signIn(String subject) {
		Browser.open("/login");
		signInAs(subject);
	}

	private static void signInAs(String subject) {
		$(".login-companies a").shouldHave(exactText("Sign in with ACME")).click();
		$("input[name=username]").setValue(subject);
		$("input[name=password]").setValue(CompanyProvider.PASSWORD);
		$("button[type=submit]").click();
	}

	private static void signOut() {
		$(".topbar-account").click();
		$("form[action='/logout'] button").click();
		$(".login-companies").shouldBe(visible);
	}

	/** Accounts are cached for a second. */
	private static void refreshUntilVisible(String selector) {
		Selenide.Wait().until((browser) -> {
			browser.navigate().refresh();
			return $(selector).exists();
		});
	}

	private static int tell(Pages provider, String token) {
		return provider.postWithoutToken("/logout/connect/back-channel/acme", "logout_token=" + token.replace(' ', '+'))
			.statusCode();
	}

	private List<String> events() {
		return this.database.jdbc()
			.sql("SELECT concat_ws(' ', kind, login, subject, detail) FROM audit_events ORDER BY id")
			.query(String.class)
			.list();
	}

	private String read(String sql) {
		return this.database.jdbc().sql(sql).query(String.class).single();
	}

}
