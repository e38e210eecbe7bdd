package dev.segmentation.account.link.web;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

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

	@Test
	void endsTheOldPasswordAndAllSessionsAtOnce() {
		Person person = Person.add(jdbc(), Role.EDITOR);
		Pages browser = person.signIn(this.api);
		reset(person);
		assertThat(browser.get("/").statusCode()).isEqualTo(302);
		assertThat(signIn(person, TestAccount.PASSWORD)).isEqualTo(422);
		assertThat(admin().get("/accounts/" + person.id()).body()).contains("This account has no password now.");
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
		assertThat(admin().get("/accounts/1").body()).contains("Change your password with your account");
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
