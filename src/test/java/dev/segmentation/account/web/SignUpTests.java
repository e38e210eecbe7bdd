package dev.segmentation.account.web;

import java.util.Map;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HttpTest
class SignUpTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void createsAUserAndAnAccountThatCanSignIn() {
		Answer answer = signUp("maksim-go", "maksim@example.com", "qwerty123");
		assertThat(answer.status()).isEqualTo(201);
		long id = answer.json().get("id").asLong();
		assertThat(answer.body()).isEqualTo("{\"id\":%d}".formatted(id));
		assertThat(this.database.jdbc()
			.sql("SELECT login || ' ' || email FROM users WHERE id = ?")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("maksim-go maksim@example.com");
		assertThat(this.api.as("maksim-go", "qwerty123").get("/users/active_segments?user_id=" + id).status())
			.isEqualTo(200);
	}

	@Test
	void storesOnlyAHashOfThePassword() {
		long id = signUp("hashed", "hashed@example.com", "qwerty123").json().get("id").asLong();
		assertThat(this.database.jdbc()
			.sql("SELECT password_hash FROM accounts WHERE user_id = ?")
			.param(id)
			.query(String.class)
			.single()).startsWith("{argon2}").doesNotContain("qwerty123");
	}

	static Stream<Arguments> longestAndShortest() {
		return Stream.of(arguments("ab", "shortest@example.com", "12345678"),
				arguments("a".repeat(64), "e".repeat(52) + "@example.com", "p".repeat(64)),
				arguments("😀".repeat(64), "emoji@example.com", "😀".repeat(64)),
				arguments("😀😀", "two-emoji@example.com", "😀".repeat(8)),
				arguments("Ян", "yan@example.com", "пароль-8"),
				arguments("with space", "space@example.com", "   8    "));
	}

	@ParameterizedTest
	@MethodSource("longestAndShortest")
	void countsCharactersNotBytes(String login, String email, String password) {
		assertThat(signUp(login, email, password).status()).isEqualTo(201);
		assertThat(signIn(login, password).status()).isEqualTo(200);
	}

	static Stream<Arguments> refused() {
		return Stream.of(arguments("a", "ok@example.com", "12345678"), arguments("", "ok@example.com", "12345678"),
				arguments("a".repeat(65), "ok@example.com", "12345678"), arguments("😀", "ok@example.com", "12345678"),
				arguments("😀".repeat(65), "ok@example.com", "12345678"),
				arguments("   ", "ok@example.com", "12345678"), arguments("\u00a0\u2003", "ok@example.com", "12345678"),
				arguments("tab\there", "ok@example.com", "12345678"),
				arguments("line\nbreak", "ok@example.com", "12345678"),
				arguments("del\u007f", "ok@example.com", "12345678"),
				arguments("escape\u001b[0m", "ok@example.com", "12345678"),
				arguments("a".repeat(900_000) + "\u0001", "ok@example.com", "12345678"),
				arguments("c1\u0085control", "ok@example.com", "12345678"),
				arguments("nul\u0000", "ok@example.com", "12345678"), arguments("login", "", "12345678"),
				arguments("login", "no-at", "12345678"), arguments("login", "@example.com", "12345678"),
				arguments("login", "a@", "12345678"), arguments("login", "a b@example.com", "12345678"),
				arguments("login", "a@example..com", "12345678"), arguments("login", "a@localhost", "12345678"),
				arguments("login", "a.b@localhost", "12345678"), arguments("login", "\"a@b.c\"@localhost", "12345678"),
				arguments("login", "a@b@example.com", "12345678"),
				arguments("login", "e".repeat(53) + "@example.com", "12345678"),
				arguments("login", "ok@example.com", "1234567"), arguments("login", "ok@example.com", ""),
				arguments("login", "ok@example.com", "p".repeat(65)),
				arguments("login", "ok@example.com", "😀".repeat(7)),
				arguments("login", "ok@example.com", "😀".repeat(65)));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusesInvalidValues(String login, String email, String password) {
		Answer answer = signUp(login, email, password);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "", "{\"login\": \"login\", \"email\": \"ok@example.com\"}",
			"{\"login\": \"login\", \"password\": \"12345678\"}",
			"{\"email\": \"ok@example.com\", \"password\": \"12345678\"}",
			"{\"login\": null, \"email\": \"ok@example.com\", \"password\": \"12345678\"}",
			"{\"login\": 12345, \"email\": \"ok@example.com\", \"password\": \"12345678\"}",
			"{\"login\": \"login\", \"email\": \"ok@example.com\", \"password\": 12345678}",
			"{\"login\": \"login\", \"email\": \"ok@example.com\", \"password\": [\"12345678\"]}" })
	void refusesAMissingFieldOrAnotherType(String body) {
		Answer answer = this.api.post("/users/sign-up", body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	@Test
	void namesTheInvalidFields() {
		Answer answer = signUp("login", "no-at", "12345678");
		assertThat(answer.json().get("fields").propertyNames()).containsExactly("email");
	}

	@ParameterizedTest
	@CsvSource({ "Taken, other@example.com", "tAKEN, other@example.com", "other, taken@example.com",
			"other, TAKEN@Example.COM", "ЗАНЯТ, other@example.com", "Admin, other@example.com" })
	void refusesATakenLoginOrEmailInAnyCase(String login, String email) {
		signUp("taken", "taken@example.com", "12345678");
		signUp("занят", "zanyat@example.com", "12345678");
		Answer answer = signUp(login, email, "12345678");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.error()).isEqualTo("user with such login/email already exists");
	}

	@Test
	void storesNothingAfterARefusal() {
		signUp("once", "once@example.com", "12345678");
		long users = count();
		signUp("once", "twice@example.com", "12345678");
		assertThat(count()).isEqualTo(users);
	}

	private long count() {
		return this.database.jdbc()
			.sql("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM accounts)")
			.query(Long.class)
			.single();
	}

	private Answer signUp(String login, String email, String password) {
		return this.api.post("/users/sign-up",
				JsonMapper.shared().writeValueAsString(Map.of("login", login, "email", email, "password", password)));
	}

	private Answer signIn(String login, String password) {
		return this.api.post("/users/sign-in",
				JsonMapper.shared().writeValueAsString(Map.of("login", login, "password", password)));
	}

}
