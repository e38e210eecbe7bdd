package dev.segmentation.account.link.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import dev.segmentation.account.AccountService;
import dev.segmentation.account.Client;
import dev.segmentation.account.IncorrectCredentialsException;
import dev.segmentation.account.session.BrowserSignIns;
import dev.segmentation.account.session.SessionService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * New passwords by one-time links.
 */
@HttpTest
class PasswordResetTests {

	@Autowired
	Api api;

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	@Autowired
	AccountService accounts;

	@Autowired
	BrowserSignIns signIns;

	@Autowired
	SessionService sessions;

	@Test
	void endsTheOldPasswordAndAllSessionsAtOnce() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		Pages browser = person.signIn(this.api);
		reset(person);
		assertThat(browser.get("/").statusCode()).isEqualTo(302);
		assertThat(signIn(person, TestAccount.PASSWORD)).isEqualTo(422);
		assertThat(admin().get("/accounts/" + person.id()).body()).contains("This account has no password now.");
	}

	@RepeatedTest(5)
	void leavesNoSessionOfSignInsAtTheSameTime() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		admin();
		List<Pages> browsers = Stream.generate(() -> new Pages(this.api)).limit(4).toList();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			browsers.forEach((browser) -> threads.execute(() -> browser.post("/login",
					Map.of("username", person.login(), "password", TestAccount.PASSWORD, "remember", "true"))));
			await().until(() -> jdbc().sql("SELECT count(*) FROM audit_events WHERE login = ?")
				.param(person.login())
				.query(Long.class)
				.single() > 0);
			reset(person);
		}
		await().untilAsserted(() -> assertThat(browsers).allSatisfy((browser) -> {
			HttpResponse<String> page = browser.get("/");
			assertThat(page.statusCode()).isEqualTo(302);
			assertThat(page.headers().firstValue("Location")).get().asString().startsWith("/login");
		}));
	}

	@Test
	void refusesASignInThatCheckedTheOldPassword() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		CurrentAccount checked = this.accounts.checkPassword(person.login(), TestAccount.PASSWORD);
		reset(person);
		Client client = new Client(null, null);
		assertThatExceptionOfType(IncorrectCredentialsException.class)
			.isThrownBy(() -> this.signIns.signIn(checked, "password", true, client, null));
		assertThatExceptionOfType(IncorrectCredentialsException.class)
			.isThrownBy(() -> this.sessions.open(checked, client));
		assertThat(jdbc().sql("SELECT count(*) FROM refresh_tokens WHERE account_id = ?")
			.param(person.id())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void setsANewPasswordOnce() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		OneTimeLink link = reset(person);
		Pages stranger = new Pages(this.api);
		assertThat(stranger.get(link.path()).body()).contains("Choose a new password", person.login())
			.doesNotContain("name=\"login\"");
		assertThat(link.use(stranger, "", OneTimeLink.PASSWORD).statusCode()).isEqualTo(302);
		assertThat(signIn(person, OneTimeLink.PASSWORD)).isEqualTo(302);
		assertThat(link.use(stranger, "", "another passphrase").statusCode()).isEqualTo(410);
		assertThat(signIn(person, OneTimeLink.PASSWORD)).isEqualTo(302);
		assertThat(jdbc().sql("SELECT kind FROM audit_events WHERE subject = ? ORDER BY id")
			.param(person.login())
			.query(String.class)
			.list()).startsWith("PASSWORD_RESET", "PASSWORD_CHANGED");
	}

	@Test
	void fillsInTheLogin() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		Pages stranger = new Pages(this.api);
		assertThat(reset(person).use(stranger, "", OneTimeLink.PASSWORD).headers().firstValue("Location"))
			.hasValue("/login?chosen");
		assertThat(stranger.get("/login?chosen").body()).contains("Your password is set.",
				"value=\"" + person.login() + "\"");
	}

	@Test
	void refusesTheOldPassword() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		reset(person);
		OneTimeLink again = reset(person);
		Pages stranger = new Pages(this.api);
		HttpResponse<String> refused = again.use(stranger, "", TestAccount.PASSWORD);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("This is the old password.");
		assertThat(stranger
			.post(again.path(), Map.of("password", TestAccount.PASSWORD, "again", TestAccount.PASSWORD),
					"Accept-Language", "ru")
			.body()).contains("Это прежний пароль.");
		again.use(stranger, "", OneTimeLink.PASSWORD);
		assertThat(jdbc().sql("SELECT count(*) FROM account_links WHERE account_id = ? AND replaced_hash IS NOT NULL")
			.param(person.id())
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void keepsOnlyTheLastLink() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		OneTimeLink first = reset(person);
		OneTimeLink second = reset(person);
		assertThat(new Pages(this.api).get(first.path()).statusCode()).isEqualTo(410);
		assertThat(new Pages(this.api).get(second.path()).statusCode()).isEqualTo(200);
	}

	@Test
	void isNotForDisabledAccounts() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		OneTimeLink link = reset(person);
		admin().post("/accounts/selected/disable", Map.of("accounts", "" + person.id()));
		assertThat(link.use(new Pages(this.api), "", OneTimeLink.PASSWORD).statusCode()).isEqualTo(410);
		assertThat(admin().get("/accounts/" + person.id()).body()).contains("1 account was disabled.");
		admin().post(path(person), Map.of());
		assertThat(admin().get("/accounts/" + person.id()).body())
			.contains("The account is disabled. Enable it first.");
		assertThat(jdbc().sql("SELECT password_hash IS NULL FROM accounts WHERE id = ?")
			.param(person.id())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void isNotForTheOwnAccount() {
		admin().post("/accounts/1/reset", Map.of());
		assertThat(admin().get("/accounts/1").body()).contains("Change your password in “My account”");
		assertThat(signIn(new Person(1, "admin"), TestAccount.PASSWORD)).isEqualTo(302);
	}

	@Test
	void givesMembersTheRuleOfTheApi() {
		TestMember member = TestMember.signUp(this.api);
		long id = jdbc().sql("SELECT id FROM accounts WHERE login = ?")
			.param(member.login())
			.query(Long.class)
			.single();
		OneTimeLink link = reset(new Person(id, member.login()));
		assertThat(link.use(new Pages(this.api), "", "seven77").body()).contains("at least 8 characters");
		assertThat(link.use(new Pages(this.api), "", "eight888").statusCode()).isEqualTo(302);
		assertThat(this.api.as(member.login(), "eight888").token()).isNotNull();
	}

	private OneTimeLink reset(Person person) {
		HttpResponse<String> made = admin().post(path(person), Map.of());
		return OneTimeLink.of(made);
	}

	private static String path(Person person) {
		return "/accounts/%d/reset".formatted(person.id());
	}

	private int signIn(Person person, String password) {
		return new Pages(this.api).post("/login", Map.of("username", person.login(), "password", password))
			.statusCode();
	}

	private Pages admin() {
		return this.signedIn.as(TestAccount.ADMIN);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
