package dev.segmentation.account.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HttpTest
class RefreshTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void limitsTheCookieToTheRefreshPath() {
		String cookie = signIn().header("Set-Cookie");
		assertThat(attributes(cookie)).contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/users/refresh")
			.contains("Max-Age=" + 720 * 60 * 60)
			.doesNotContain("Secure");
		assertThat(Base64.getUrlDecoder().decode(value(cookie))).hasSize(256 / 8);
	}

	@Test
	void setsASecureCookieWithTls() {
		Answer answer = this.api.call("POST", "/users/sign-in", credentials(), "X-Forwarded-Proto", "https");
		assertThat(attributes(answer.header("Set-Cookie"))).contains("Secure", "HttpOnly", "SameSite=Strict");
	}

	@Test
	void storesOnlyAHash() throws Exception {
		String token = value(signIn().header("Set-Cookie"));
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes());
		assertThat(this.database.jdbc()
			.sql("SELECT count(*) FROM refresh_tokens WHERE token_hash = ?")
			.param(hash)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void returnsANewTokenAndANewCookie() {
		String first = value(signIn().header("Set-Cookie"));
		Answer answer = refresh(first);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().propertyNames()).containsExactly("token");
		assertThat(this.api.withToken(answer.json().get("token").asString()).get("/segments/").status()).isEqualTo(200);
		String cookie = answer.header("Set-Cookie");
		assertThat(attributes(cookie)).contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/users/refresh");
		assertThat(value(cookie)).isNotEqualTo(first);
		assertThat(refresh(value(cookie)).status()).isEqualTo(200);
	}

	@Test
	void acceptsATokenAgainForTenSeconds() {
		String first = value(signIn().header("Set-Cookie"));
		String second = value(refresh(first).header("Set-Cookie"));
		ageUse(first, "9 seconds");
		String parallel = value(refresh(first).header("Set-Cookie"));
		assertThat(parallel).isNotEqualTo(second);
		assertThat(refresh(second).status()).isEqualTo(200);
		assertThat(refresh(parallel).status()).isEqualTo(200);
	}

	@Test
	void revokesTheSessionWhenATokenIsReusedLater() {
		String first = value(signIn().header("Set-Cookie"));
		String other = value(signIn().header("Set-Cookie"));
		String second = value(refresh(first).header("Set-Cookie"));
		ageUse(first, "9 seconds");
		String third = value(refresh(first).header("Set-Cookie"));
		ageUse(first, "1 second");
		assertNoSession(refresh(first));
		assertNoSession(refresh(second));
		assertNoSession(refresh(third));
		assertThat(refresh(other).status()).isEqualTo(200);
	}

	/** Accounts are cached for a second. */
	@Test
	void stopsTheAccessTokensOfARevokedSession() {
		Answer signIn = signIn();
		Api signedIn = this.api.withToken(signIn.json().get("token").asString());
		String first = value(signIn.header("Set-Cookie"));
		Api refreshed = this.api.withToken(refresh(first).json().get("token").asString());
		assertThat(signedIn.get("/segments/").status()).isEqualTo(200);
		assertThat(refreshed.get("/segments/").status()).isEqualTo(200);
		ageUse(first, "10 seconds");
		assertNoSession(refresh(first));
		await().atMost(Duration.ofSeconds(3)).until(() -> signedIn.get("/segments/").status() == 401);
		await().atMost(Duration.ofSeconds(3)).until(() -> refreshed.get("/segments/").status() == 401);
		assertThat(signedIn.get("/segments/").error()).isEqualTo("token subject is unknown");
		assertThat(this.api.as(TestAccount.VIEWER).get("/segments/").status()).isEqualTo(200);
	}

	@Test
	void acceptsNoTokenOfARememberedBrowser() {
		String token = value(signIn().header("Set-Cookie"));
		this.database.jdbc()
			.sql("UPDATE refresh_tokens SET browser = true WHERE token_hash = sha256(?)")
			.param(token.getBytes(StandardCharsets.US_ASCII))
			.update();
		assertNoSession(refresh(token));
	}

	@Test
	void refusesAnExpiredSession() {
		TestMember member = TestMember.signUp(this.api);
		String token = value(signIn(member.login(), TestMember.PASSWORD).header("Set-Cookie"));
		this.database.jdbc().sql("""
				UPDATE refresh_tokens SET expires_at = now() - interval '1 microsecond'
				WHERE account_id = (SELECT id FROM accounts WHERE user_id = ?)
				""").param(member.userId()).update();
		assertNoSession(refresh(token));
	}

	@Test
	void refusesTheSessionOfADisabledAccount() {
		TestMember member = TestMember.signUp(this.api);
		String token = value(signIn(member.login(), TestMember.PASSWORD).header("Set-Cookie"));
		this.database.jdbc()
			.sql("UPDATE accounts SET enabled = false WHERE user_id = ?")
			.param(member.userId())
			.update();
		assertNoSession(refresh(token));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "refresh-token", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "\"quoted\"" })
	void refusesAnUnknownToken(String token) {
		assertNoSession(refresh(token));
	}

	@ParameterizedTest
	@ValueSource(strings = { "refresh-token=", "refresh-token", "refresh-token=\"\"" })
	void takesAnEmptyCookieForAnUnknownToken(String cookies) {
		assertNoSession(this.api.call("GET", "/users/refresh", null, "Cookie", cookies));
	}

	@ParameterizedTest
	@ValueSource(strings = { "other=1", "Refresh-Token=x" })
	void refusesARequestWithoutTheCookie(String cookies) {
		Answer answer = this.api.call("GET", "/users/refresh", null, "Cookie", cookies);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("refresh-token not found");
	}

	@Test
	void refusesARequestWithoutAnyCookie() {
		Answer answer = this.api.get("/users/refresh");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("refresh-token not found");
	}

	@Test
	void needsNoAccessToken() {
		Api stranger = this.api.withToken("garbage");
		String token = value(signIn().header("Set-Cookie"));
		assertThat(stranger.call("GET", "/users/refresh/", null, "Cookie", "refresh-token=" + token).status())
			.isEqualTo(200);
	}

	/** Moves the first use of a token into the past. */
	private void ageUse(String token, String age) {
		this.database.jdbc()
			.sql("UPDATE refresh_tokens SET used_at = used_at - CAST(? AS interval) WHERE token_hash = sha256(?)")
			.params(age, token.getBytes(StandardCharsets.US_ASCII))
			.update();
	}

	private static void assertNoSession(Answer answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("session does not exist");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	private Answer signIn() {
		return this.api.post("/users/sign-in", credentials());
	}

	private Answer signIn(String login, String password) {
		return this.api.post("/users/sign-in", "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, password));
	}

	private static String credentials() {
		return "{\"login\": \"viewer\", \"password\": \"%s\"}".formatted(TestAccount.PASSWORD);
	}

	private Answer refresh(String token) {
		return this.api.call("GET", "/users/refresh", null, "Cookie", "refresh-token=" + token);
	}

	private static List<String> attributes(String cookie) {
		return List.of(cookie.split("; "));
	}

	private static String value(String cookie) {
		return cookie.substring("refresh-token=".length(), cookie.indexOf(';'));
	}

}
