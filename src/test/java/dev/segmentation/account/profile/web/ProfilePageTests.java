package dev.segmentation.account.profile.web;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

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
class ProfilePageTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private Pages viewer;

	@BeforeEach
	void signIn() {
		this.viewer = new Pages(this.api).signIn(TestAccount.VIEWER);
	}

	@AfterEach
	void reset() {
		this.database.jdbc()
			.sql("UPDATE accounts SET full_name = NULL, email = NULL, language = NULL, time_zone = NULL, theme = NULL")
			.update();
	}

	@Test
	void savesNameAndEmail() {
		HttpResponse<String> answer = save(Map.of("fullName", " Anna Ivanova ", "email", "anna@example.com"));
		assertThat(answer.headers().firstValue("Location")).hasValue("/account");
		assertThat(this.viewer.get("/account").body()).contains("value=\"Anna Ivanova\"", "value=\"anna@example.com\"",
				"Your account was saved.");
		assertThat(this.database.jdbc()
			.sql("SELECT detail FROM audit_events WHERE kind = 'PROFILE_CHANGED' ORDER BY id DESC LIMIT 2")
			.query(String.class)
			.list()).containsExactly("– → anna@example.com", "– → Anna Ivanova");
		save(Map.of());
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM accounts WHERE full_name IS NOT NULL OR email IS NOT NULL")
			.query(Long.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "fullName, %s, at most 100 characters", "email, nobody, valid e-mail" })
	void refusesInvalidValues(String field, String value, String message) {
		HttpResponse<String> answer = save(Map.of(field, value.formatted("x".repeat(101))));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(field + "-error").containsIgnoringCase(message);
	}

	@Test
	void refusesTheEmailOfAnotherAccount() {
		this.database.jdbc().sql("UPDATE accounts SET email = 'Taken@example.com' WHERE login = 'admin'").update();
		HttpResponse<String> answer = save(Map.of("email", "taken@example.com", "fullName", "Anna"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Another account has this e-mail address.", "value=\"Anna\"");
	}

	@Test
	void appliesThePreferencesInEveryBrowser() {
		save(Map.of("language", "ru", "timeZone", "Asia/Tokyo", "theme", "dark"));
		Pages other = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(other.get("/account").body()).contains("Моя учётная запись", "data-theme=\"dark\"",
				"data-zone=\"Asia/Tokyo\"", "value=\"Asia/Tokyo\" selected");
		assertThat(new Pages(this.api).get("/login").body()).contains("Sign in");
		save(Map.of("language", "tlh", "timeZone", "Mars/Olympus", "theme", "pink"));
		assertThat(other.get("/account").body()).contains("My account", "data-theme=\"auto\"")
			.doesNotContain("data-zone");
	}

	@Test
	void offersEachTimeZoneOnceWithItsOffset() {
		assertThat(this.viewer.get("/account").body()).contains(">Asia/Tokyo (UTC+09:00)<", "\"Asia/Kolkata\"")
			.contains(">America/Argentina/Buenos Aires (UTC-03:00)<", ">Africa/Abidjan (UTC±00:00)<")
			.doesNotContain("Asia/Calcutta", "Europe/Kiev\"", "America/Buenos_Aires");
	}

	@Test
	void showsAnEarlierNameOfATimeZoneAsItsCurrentOne() {
		this.database.jdbc().sql("UPDATE accounts SET time_zone = 'Asia/Calcutta' WHERE login = 'viewer'").update();
		assertThat(new Pages(this.api).signIn(TestAccount.VIEWER).get("/account").body())
			.contains("value=\"Asia/Kolkata\" selected");
	}

	@Test
	void loadsTheDarkThemeWithoutJavaScriptForSystemsThatPreferIt() {
		String dark = "<noscript><link rel=\"stylesheet\" media=\"(prefers-color-scheme: dark)\" href=\"/assets/dark";
		save(Map.of("theme", "auto"));
		assertThat(this.viewer.get("/account").body()).contains(dark);
		save(Map.of("theme", "light"));
		assertThat(this.viewer.get("/account").body()).doesNotContain("<noscript><link");
	}

	@Test
	void keepsTheChoicesOfTheTopBar() {
		this.viewer.post("/preferences", Map.of("language", "ru", "back", "/"));
		this.viewer.post("/preferences", Map.of("theme", "LIGHT", "back", "/"));
		assertThat(new Pages(this.api).signIn(TestAccount.VIEWER).get("/account").body()).contains("Моя учётная запись",
				"data-theme=\"light\"");
	}

	@Test
	void needsASignIn() {
		for (String page : new String[] { "/account", "/account/password", "/account/sessions" }) {
			assertThat(new Pages(this.api).get(page).headers().firstValue("Location").orElseThrow())
				.startsWith("/login?back=%2Faccount");
			assertThat(this.viewer.get(page).statusCode()).isEqualTo(200);
		}
	}

	private HttpResponse<String> save(Map<String, String> fields) {
		Map<String, String> form = new HashMap<>(
				Map.of("fullName", "", "email", "", "language", "", "timeZone", "", "theme", ""));
		form.putAll(fields);
		return this.viewer.post("/account", form);
	}

}
