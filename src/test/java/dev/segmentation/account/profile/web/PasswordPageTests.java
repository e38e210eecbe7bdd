package dev.segmentation.account.profile.web;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.segmentation.shared.ShortMemory;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class PasswordPageTests {

	private static final String NEW = " another battery staple ";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	List<ShortMemory> memories;

	private String hash;

	private Pages pages;

	@BeforeEach
	void signIn() {
		this.database.jdbc().sql("DELETE FROM sign_in_allowances").update();
		this.memories.forEach(ShortMemory::forget);
		this.hash = this.database.jdbc()
			.sql("SELECT password_hash FROM accounts WHERE login = 'viewer'")
			.query(String.class)
			.single();
		this.pages = new Pages(this.api).signIn(TestAccount.VIEWER);
	}

	@AfterEach
	void reset() {
		this.database.jdbc()
			.sql("UPDATE accounts SET password_hash = ?, must_change_password = false WHERE login = 'viewer'")
			.param(this.hash)
			.update();
	}

	@Test
	void changesThePasswordWhileSomebodyGuesses() {
		guess();
		assertThat(change(TestAccount.PASSWORD, NEW, NEW, Map.of()).statusCode()).isEqualTo(302);
	}

	@Test
	void forgetsTheOtherBrowsersThatSignedInBefore() {
		Pages other = new Pages(this.api).signIn(TestAccount.VIEWER);
		change(TestAccount.PASSWORD, NEW, NEW, Map.of());
		guess();
		assertThat(signIn(this.pages)).isEqualTo(302);
		assertThat(signIn(other)).isEqualTo(429);
	}

	private int signIn(Pages browser) {
		browser.post("/logout", Map.of());
		return browser.post("/login", Map.of("username", "viewer", "password", NEW)).statusCode();
	}

	private void guess() {
		for (int guess = 0; guess < 6; guess++) {
			this.api.post("/users/sign-in", "{\"login\": \"viewer\", \"password\": \"wrong password\"}");
		}
	}

	@Test
	void changesThePasswordAndKeepsItsBlanks() {
		this.database.jdbc().sql("UPDATE accounts SET must_change_password = true WHERE login = 'viewer'").update();
		Pages other = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(change(TestAccount.PASSWORD, NEW, NEW, Map.of()).statusCode()).isEqualTo(302);
		assertThat(this.pages.get("/account/password").body()).contains("Your password was changed.");
		assertThat(other.get("/segments").statusCode()).isEqualTo(200);
		assertThat(signsIn(NEW)).isTrue();
		assertThat(signsIn(NEW.strip())).isFalse();
		assertThat(signsIn(TestAccount.PASSWORD)).isFalse();
		assertThat(this.database.jdbc()
			.sql("SELECT must_change_password FROM accounts WHERE login = 'viewer'")
			.query(Boolean.class)
			.single()).isFalse();
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM audit_events WHERE kind = 'PASSWORD_CHANGED' AND login = 'viewer'")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void endsAllOtherSessionsWhenAsked() {
		Pages other = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(change(TestAccount.PASSWORD, NEW, NEW, Map.of("others", "true")).statusCode()).isEqualTo(302);
		assertThat(other.get("/segments").statusCode()).isEqualTo(302);
		assertThat(this.pages.get("/account/password").body()).contains("All other sessions were signed out.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			wrong horse   | another battery | another battery | present  | The current password is incorrect.
			correct horse | elevenchars     | elevenchars     | password | at least 12 characters
			correct horse | another battery | another bottery | again    | The passwords differ.
			correct horse |                 |                 | password | at least 12 characters
			""")
	void refusesAWrongOrShortPassword(String present, String next, String again, String field, String message) {
		HttpResponse<String> answer = change(present, (next != null) ? next : "", (again != null) ? again : "",
				Map.of("others", "true"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"" + field + "-error\"", message)
			.doesNotContain("correct horse", "another battery");
		assertThat(signsIn(TestAccount.PASSWORD)).isTrue();
	}

	/** Another account: a wait is remembered for a second. */
	@Test
	void limitsGuessesOfTheCurrentPassword() {
		this.pages = new Pages(this.api).signIn(TestAccount.ADMIN);
		List<Integer> answers = IntStream.range(0, 12)
			.mapToObj((guess) -> change("guess " + guess, NEW, NEW, Map.of()).statusCode())
			.toList();
		assertThat(answers).startsWith(422).endsWith(429).containsOnly(422, 429);
	}

	@Test
	void keepsNoPasswordOverASignIn() {
		this.database.jdbc().sql("DELETE FROM sessions").update();
		HttpResponse<String> answer = change(TestAccount.PASSWORD, NEW, NEW, Map.of());
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).doesNotContain("correct", "battery");
	}

	@Test
	void offersNoChangeToAnAccountWithoutAPassword() {
		this.database.jdbc().sql("UPDATE accounts SET password_hash = NULL WHERE login = 'viewer'").update();
		assertThat(this.pages.get("/account/password").body()).contains("Your account has no password.")
			.doesNotContain("name=\"present\"");
		assertThat(change("x", NEW, NEW, Map.of()).statusCode()).isEqualTo(422);
	}

	private HttpResponse<String> change(String present, String next, String again, Map<String, String> more) {
		Map<String, String> form = new HashMap<>(more);
		form.putAll(Map.of("present", present, "password", next, "again", again));
		return this.pages.post("/account/password", form, "Origin", this.api.root());
	}

	private boolean signsIn(String password) {
		return new Pages(this.api).post("/login", Map.of("username", "viewer", "password", password))
			.statusCode() == 302;
	}

}
