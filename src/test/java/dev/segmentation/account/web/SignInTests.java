package dev.segmentation.account.web;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HttpTest
class SignInTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void issuesATokenForFifteenMinutesWithTheUserIdAsSubject() {
		TestMember member = TestMember.signUp(this.api);
		Answer answer = signIn(member.login(), TestMember.PASSWORD);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().propertyNames()).containsExactly("token");
		JsonNode claims = part(answer, 1);
		assertThat(claims.get("sub").asString()).isEqualTo(Long.toString(member.userId()));
		assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(15 * 60);
		assertThat(part(answer, 0).get("alg").asString()).isEqualTo("HS256");
	}

	@Test
	void issuesStaffTokensWithoutAUserId() {
		long id = this.database.jdbc().sql("SELECT id FROM accounts WHERE login = 'viewer'").query(Long.class).single();
		Answer answer = signIn("viewer", TestAccount.PASSWORD);
		assertThat(part(answer, 1).get("sub").asString()).isEqualTo("account:" + id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin", "ADMIN", "AdMiN" })
	void ignoresTheCaseOfTheLogin(String login) {
		assertThat(signIn(login, TestAccount.PASSWORD).status()).isEqualTo(200);
	}

	@Test
	void ignoresTheCaseOfALoginInAnyScript() {
		this.api.post("/users/sign-up", """
				{"login": "Мария", "email": "maria@example.com", "password": "12345678"}""");
		assertThat(signIn("мАРИЯ", "12345678").status()).isEqualTo(200);
	}

	@Test
	void namesTheSessionInTheTokenAndTheAudit() {
		String session = part(signIn("viewer", TestAccount.PASSWORD), 1).get("sid").asString();
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM refresh_tokens WHERE family = CAST(? AS uuid)")
			.param(session)
			.query(Long.class)
			.single()).isOne();
		assertThat(this.database.jdbc()
			.sql("SELECT detail FROM audit_events WHERE kind = 'SIGNED_IN' AND login = 'viewer' ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single()).isEqualTo("API");
	}

	@Test
	void respectsTheCaseOfThePassword() {
		assertThat(signIn("admin", TestAccount.PASSWORD.toUpperCase(java.util.Locale.ROOT)).status()).isEqualTo(400);
	}

	@Test
	void comparesAll64CharactersOfAPassword() {
		String password = "😀".repeat(63) + "😁";
		this.api.post("/users/sign-up",
				json(Map.of("login", "long", "email", "long@example.com", "password", password)));
		assertThat(signIn("long", password).status()).isEqualTo(200);
		assertThat(signIn("long", "😀".repeat(64)).error()).isEqualTo("incorrect login or password");
	}

	@Test
	void answersAnUnknownLoginAndAWrongPasswordAlike() {
		Answer unknown = signIn("nobody", "wrong password");
		Answer wrong = signIn("admin", "wrong password");
		assertThat(unknown.status()).isEqualTo(400);
		assertThat(unknown.error()).isEqualTo("incorrect login or password");
		assertThat(wrong.status()).isEqualTo(unknown.status());
		assertThat(wrong.body()).isEqualTo(unknown.body());
		assertThat(headerNames(wrong)).isEqualTo(headerNames(unknown));
	}

	@Test
	void refusesADisabledAccount() {
		TestMember member = TestMember.signUp(this.api);
		member.disable(this.database.jdbc());
		Answer answer = signIn(member.login(), TestMember.PASSWORD);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("incorrect login or password");
	}

	static Stream<Arguments> wrongLengths() {
		return Stream.of(arguments("", "12345678"), arguments("a", "12345678"), arguments("a".repeat(65), "12345678"),
				arguments("😀", "12345678"), arguments("admin", ""), arguments("admin", "1234567"),
				arguments("admin", "p".repeat(65)), arguments("admin", "😀".repeat(7)),
				arguments("admin\u0000", "12345678"));
	}

	@ParameterizedTest
	@MethodSource("wrongLengths")
	void refusesImpossibleCredentials(String login, String password) {
		Answer answer = signIn(login, password);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "", "[]", "{\"login\": \"admin\"}", "{\"password\": \"12345678\"}",
			"{\"login\": 12345, \"password\": \"12345678\"}", "{\"login\": \"admin\", \"password\": 12345678}",
			"{\"login\": \"admin\", \"password\": null}" })
	void refusesAMissingFieldOrAnotherType(String body) {
		Answer answer = this.api.post("/users/sign-in", body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	private Answer signIn(String login, String password) {
		return this.api.post("/users/sign-in", json(Map.of("login", login, "password", password)));
	}

	private static String json(Map<String, String> fields) {
		return JsonMapper.shared().writeValueAsString(fields);
	}

	private static JsonNode part(Answer answer, int number) {
		String part = answer.json().get("token").asString().split("\\.")[number];
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
	}

	private static Set<String> headerNames(Answer answer) {
		return answer.response().headers().map().keySet();
	}

}
