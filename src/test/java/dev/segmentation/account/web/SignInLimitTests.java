package dev.segmentation.account.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits of wrong passwords, as clients see them.
 */
@HttpTest
class SignInLimitTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeEach
	void restore() {
		this.database.jdbc().sql("DELETE FROM sign_in_allowances").update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "editor", "stranger" })
	void refusesTheSixthAttemptAlikeForKnownAndUnknownLogins(String login) {
		for (int guess = 0; guess < 5; guess++) {
			assertThat(signIn(login, "wrong password").status()).isEqualTo(400);
		}
		Answer answer = signIn(login, TestAccount.PASSWORD);
		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.body()).isEqualTo("{\"error\":\"too many requests\"}");
		assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(25, 30);
	}

	@Test
	void tellsOnThePageHowLongToWaitAndKeepsTheLogin() {
		Pages browser = new Pages(this.api);
		for (int guess = 0; guess < 5; guess++) {
			assertThat(send(browser, "somebody", "wrong password").statusCode()).isEqualTo(422);
		}
		HttpResponse<String> page = send(browser, "somebody", "next password");
		assertThat(page.statusCode()).isEqualTo(429);
		assertThat(page.headers().firstValue("Retry-After")).isPresent();
		assertThat(page.body()).containsPattern("Too many wrong passwords\\. Try again in (2\\d|30) seconds\\.")
			.contains("value=\"somebody\"");
		HttpResponse<String> russian = send(browser, "somebody", "next password", "Accept-Language", "ru");
		assertThat(russian.body()).containsPattern("Попробуйте снова через (2\\d|30) секунд");
	}

	@Test
	void letsABrowserInThatSignedInBefore() {
		Pages browser = new Pages(this.api).signIn(TestAccount.ADMIN);
		for (int guess = 0; guess < 5; guess++) {
			signIn("admin", "wrong password");
		}
		assertThat(send(new Pages(this.api), "admin", TestAccount.PASSWORD).statusCode()).isEqualTo(429);
		browser.post("/logout", Map.of());
		assertThat(send(browser, "admin", TestAccount.PASSWORD).statusCode()).isEqualTo(302);
		assertThat(send(browser, "viewer", "wrong password").statusCode()).isEqualTo(422);
	}

	@Test
	void countsAllBrowsersThatSignedInBeforeTogether() {
		Person person = Person.add(this.database.jdbc(), Role.VIEWER);
		List<Pages> browsers = Stream.generate(() -> person.signIn(this.api)).limit(2).toList();
		browsers.forEach((browser) -> browser.post("/logout", Map.of()));
		for (int guess = 0; guess < 5; guess++) {
			send(browsers.getFirst(), person.login(), "wrong password");
		}
		assertThat(send(browsers.getLast(), person.login(), "wrong password").statusCode()).isEqualTo(429);
	}

	@Test
	void doesNotLimitSignInsWithTheRightPassword() {
		for (int signIn = 0; signIn < 60; signIn++) {
			assertThat(signIn("viewer", TestAccount.PASSWORD).status()).isEqualTo(200);
		}
	}

	private Answer signIn(String login, String password) {
		return this.api.post("/users/sign-in", """
				{"login": "%s", "password": "%s"}""".formatted(login, password));
	}

	private static HttpResponse<String> send(Pages browser, String login, String password, String... headers) {
		return browser.post("/login", Map.of("username", login, "password", password), headers);
	}

}
