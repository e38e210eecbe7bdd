package dev.segmentation.account.password.web;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An account whose password was printed.
 */
@HttpTest
class DuePasswordTests {

	private static final String NEW = "fluent otter 73 lamps";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private Person person = new Person(0, "");

	private Pages browser = new Pages(new Api(""));

	@BeforeEach
	void signIn() {
		this.person = Person.add(this.database.jdbc(), Role.ADMIN);
		requireAChange();
		this.browser = new Pages(this.api);
		this.browser.post("/login", Map.of("username", this.person.login(), "password", TestAccount.PASSWORD));
	}

	private void requireAChange() {
		this.database.jdbc()
			.sql("UPDATE accounts SET must_change_password = true WHERE id = ?")
			.param(this.person.id())
			.update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/segments", "/accounts", "/users/import", "/history/csv" })
	void leadsEachPageToTheForm(String path) {
		HttpResponse<String> answer = this.browser.get(path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).hasValue("/password");
		assertThat(this.browser.get(path, "HX-Request", "true").headers().firstValue("HX-Redirect"))
			.hasValue("/password");
	}

	@Test
	void changesNothingElse() {
		String token = "&_csrf=" + token();
		assertThat(
				this.browser.postWithoutToken("/segments/new", "name=EARLY" + token).headers().firstValue("Location"))
			.hasValue("/password");
		assertThat(this.browser.postWithoutToken("/accounts/invite", "email=a@example.com&role=ADMIN" + token)
			.headers()
			.firstValue("Location")).hasValue("/password");
		assertThat(this.browser.get("/actuator/prometheus", "Accept", "text/plain").statusCode()).isIn(302, 403);
		assertThat(this.database.jdbc().sql("SELECT count(*) FROM segments").query(Long.class).single()).isZero();
	}

	@Test
	void refusesTheSignInOfTheApi() {
		Api.Answer answer = this.api.post("/users/sign-in",
				"{\"login\": \"%s\", \"password\": \"%s\"}".formatted(this.person.login(), TestAccount.PASSWORD));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.error()).isEqualTo("forbidden");
	}

	@Test
	void isFreeAfterTheChangeAndEndsTheOtherSession() {
		Pages other = new Pages(this.api);
		other.post("/login", Map.of("username", this.person.login(), "password", TestAccount.PASSWORD));
		assertThat(change(NEW, NEW).headers().firstValue("Location")).hasValue("/login?chosen");
		assertThat(this.browser.get("/password").statusCode()).isEqualTo(302);
		assertThat(other.get("/").headers().firstValue("Location"))
			.hasValueSatisfying((target) -> assertThat(target).startsWith("/login"));
		assertThat(new Pages(this.api).signIn(this.person.login(), TestAccount.PASSWORD).get("/").statusCode())
			.isEqualTo(302);
		Pages again = new Pages(this.api).signIn(this.person.login(), NEW);
		assertThat(again.get("/accounts").statusCode()).isEqualTo(200);
		assertThat(again.get("/password").headers().firstValue("Location")).hasValue("/");
		assertThat(this.api.as(this.person.login(), NEW).get("/segments").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			short                 | short                 | at least 12 characters
			fluent otter 73 lamps | fluent otter 74 lamps | The passwords differ.
			""")
	void refusesAnUnsuitablePassword(String password, String again, String reason) {
		HttpResponse<String> refused = change(password, again);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains(reason);
	}

	@Test
	void refusesThePresentPassword() {
		change(NEW, NEW);
		requireAChange();
		this.browser = new Pages(this.api);
		this.browser.post("/login", Map.of("username", this.person.login(), "password", NEW));
		await().until(() -> this.browser.get("/").headers().firstValue("Location").equals(Optional.of("/password")));
		assertThat(change(NEW, NEW).body()).contains("This is the current password.");
	}

	@Test
	void refusesMoreThan64Characters() {
		assertThat(change("x".repeat(65), "x".repeat(65)).body()).contains("at most 64 characters");
		String longest = NEW + "é".repeat(64 - NEW.length());
		assertThat(change(longest, longest).statusCode()).isEqualTo(302);
	}

	private HttpResponse<String> change(String password, String again) {
		return this.browser.postFrom(this.browser.get("/password"), "/password",
				Map.of("password", password, "again", again));
	}

	private String token() {
		String page = this.browser.get("/password").body();
		return page.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
	}

}
