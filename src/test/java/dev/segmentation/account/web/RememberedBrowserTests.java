package dev.segmentation.account.web;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser that is remembered for 30 days, and the limits of sessions.
 */
@HttpTest
class RememberedBrowserTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private final CookieManager cookies = new CookieManager();

	private Pages pages;

	@BeforeEach
	void forgetEverything() {
		sql("DELETE FROM sessions");
		sql("DELETE FROM refresh_tokens");
		this.pages = new Pages(this.api, HttpClient.newBuilder().cookieHandler(this.cookies).build());
	}

	@Test
	void keepsASecretCookieFor30DaysAndOnlyItsHash() {
		HttpResponse<String> answer = signIn("remember", "true");
		List<String> cookie = List.of(setCookies(answer).filter((one) -> one.startsWith("remembered="))
			.findFirst()
			.orElseThrow()
			.split("; "));
		assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
		assertThat(cookie.stream().filter((part) -> part.startsWith("Max-Age=")).findFirst().orElseThrow())
			.isIn("Max-Age=2592000", "Max-Age=2591999");
		assertThat(this.database.jdbc()
			.sql("SELECT browser FROM refresh_tokens WHERE token_hash = sha256(?)")
			.param(remembered().getBytes(StandardCharsets.US_ASCII))
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(setCookies(new Pages(this.api).post("/login", credentials())))
			.noneMatch((one) -> one.startsWith("remembered="));
	}

	@Test
	void changesTheSessionIdAtSignIn() {
		signIn();
		String first = session();
		signIn();
		assertThat(session()).isNotEqualTo(first);
		assertThat(this.pages.get("/segments").statusCode()).isEqualTo(200);
		assertThat(count("sessions")).isOne();
	}

	@Test
	void signsInAgainWithANewCookie() {
		signIn("remember", "true");
		String token = remembered();
		sql("DELETE FROM sessions");
		assertThat(this.pages.get("/segments").statusCode()).isEqualTo(200);
		assertThat(remembered()).isNotEqualTo(token);
		assertThat(this.pages.get("/login?back=/users").headers().firstValue("Location")).hasValue("/users");
		assertThat(audit("SIGNED_IN")).endsWith("password", "remembered");
	}

	@Test
	void acceptsALongListAfterTheEndOfTheSession() {
		long segment = this.database.jdbc()
			.sql("INSERT INTO segments (name) VALUES ('LONG') RETURNING id")
			.query(Long.class)
			.single();
		signIn("remember", "true");
		String token = this.pages.token();
		sql("DELETE FROM sessions");
		HttpResponse<String> answer = this.pages.postWithoutToken("/segments/%d/members/paste".formatted(segment),
				"text=" + "x".repeat(100_000) + "&_csrf=" + token);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/members/");
	}

	@Test
	void keepsTheBrowserSignedInWhenItsTabsSendTheSameCookie() {
		signIn("remember", "true");
		String token = remembered();
		sql("DELETE FROM sessions");
		List<CompletableFuture<HttpResponse<String>>> tabs = Stream.generate(() -> {
			Pages tab = new Pages(this.api);
			return CompletableFuture.supplyAsync(() -> tab.get("/segments", "Cookie", "remembered=" + token));
		}).limit(8).toList();
		List<String> tokens = tabs.stream()
			.map(CompletableFuture::join)
			.peek((answer) -> assertThat(answer.statusCode()).isEqualTo(200))
			.map((answer) -> setCookies(answer).filter((one) -> one.startsWith("remembered="))
				.findFirst()
				.orElseThrow())
			.map((cookie) -> cookie.substring(0, cookie.indexOf(';')))
			.toList();
		assertThat(tokens).doesNotHaveDuplicates();
		for (String next : tokens) {
			assertThat(new Pages(this.api).get("/segments", "Cookie", next).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void endsTheSessionWhenACookieIsReusedLater() {
		signIn("remember", "true");
		String stolen = remembered();
		sql("DELETE FROM sessions");
		assertThat(this.pages.get("/segments").statusCode()).isEqualTo(200);
		sql("UPDATE refresh_tokens SET used_at = used_at - interval '10 seconds'");
		HttpResponse<String> thief = new Pages(this.api).get("/segments", "Cookie", "remembered=" + stolen);
		assertThat(thief.statusCode()).isEqualTo(302);
		assertThat(setCookies(thief))
			.anyMatch((cookie) -> cookie.startsWith("remembered=; ") && cookie.contains("Max-Age=0"));
		assertThat(count("refresh_tokens")).isZero();
		org.awaitility.Awaitility.await()
			.atMost(java.time.Duration.ofSeconds(3))
			.until(() -> this.pages.get("/segments").statusCode() == 302);
		assertThat(audit("SESSION_ENDED")).endsWith("reused token");
	}

	@Test
	void forgetsTheBrowserThatSignsOut() {
		signIn("remember", "true");
		String token = remembered();
		assertThat(this.pages.post("/logout", Map.of()).headers().firstValue("Location")).hasValue("/login?signedOut");
		assertThat(count("refresh_tokens")).isZero();
		assertThat(this.cookies.getCookieStore().getCookies()).extracting(HttpCookie::getName)
			.doesNotContain("remembered");
		assertThat(new Pages(this.api).get("/segments", "Cookie", "remembered=" + token).statusCode()).isEqualTo(302);
		assertThat(audit("SIGNED_OUT")).isNotEmpty();
	}

	@Test
	void forgetsTheEarlierSignInOfTheBrowser() {
		signIn("remember", "true");
		signIn("remember", "true");
		assertThat(count("refresh_tokens")).isOne();
		signIn();
		assertThat(count("refresh_tokens")).isZero();
	}

	@Test
	void asksForThePasswordAfterTheEnd() {
		for (String end : List.of("expires_at = now()", "started_at = now() - interval '31 days'")) {
			signIn("remember", "true");
			sql("DELETE FROM sessions");
			sql("UPDATE refresh_tokens SET " + end);
			assertThat(this.pages.get("/segments").statusCode()).as(end).isEqualTo(302);
		}
	}

	@Test
	void asksADisabledAccountForThePassword() {
		signIn("remember", "true");
		sql("DELETE FROM sessions");
		sql("UPDATE accounts SET enabled = false WHERE login = 'editor'");
		try {
			assertThat(this.pages.get("/segments").statusCode()).isEqualTo(302);
		}
		finally {
			sql("UPDATE accounts SET enabled = true WHERE login = 'editor'");
		}
	}

	/**
	 * The cookies of a session are gone, and a restored tab has a form with an old token.
	 */
	@Test
	void offersTheFormOfATabAgainAfterTheBrowserWasClosed() {
		signIn("remember", "true");
		String token = this.pages.token();
		String remembered = remembered();
		sql("DELETE FROM sessions");
		HttpResponse<String> answer = new Pages(this.api).postWithoutToken("/segments/new", "name=TAB&_csrf=" + token,
				"Origin", this.api.root(), "Cookie", "remembered=" + remembered);
		assertThat(answer.body()).contains("Send your input now?", "name=\"name\" value=\"TAB\"");
		assertThat(count("segments WHERE name = 'TAB'")).isZero();
	}

	@Test
	void endsASessionThatIsIdleOrTooOld() {
		signIn();
		assertThat(this.database.jdbc().sql("SELECT max_inactive_interval FROM sessions").query(Integer.class).single())
			.isEqualTo(12 * 60 * 60);
		sql("DELETE FROM sessions_attributes WHERE attribute_name = 'browser'");
		assertThat(this.pages.get("/segments").statusCode()).isEqualTo(200);
		sql("UPDATE sessions SET creation_time = creation_time - 31 * 24 * 3600 * 1000::bigint");
		assertThat(this.pages.get("/segments").headers().firstValue("Location").orElseThrow())
			.startsWith("/login?ended");
		assertThat(count("sessions")).isZero();
	}

	private HttpResponse<String> signIn(String... choice) {
		Map<String, String> form = new HashMap<>(credentials());
		if (choice.length > 0) {
			form.put(choice[0], choice[1]);
		}
		return this.pages.post("/login", form);
	}

	private static Map<String, String> credentials() {
		return Map.of("username", "editor", "password", TestAccount.PASSWORD);
	}

	private String session() {
		return cookie("session");
	}

	private String remembered() {
		return cookie("remembered");
	}

	private String cookie(String name) {
		return this.cookies.getCookieStore()
			.get(URI.create(this.api.root()))
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElseThrow();
	}

	private static Stream<String> setCookies(HttpResponse<String> answer) {
		return answer.headers().allValues("Set-Cookie").stream();
	}

	private List<String> audit(String kind) {
		return this.database.jdbc()
			.sql("SELECT coalesce(detail, '') FROM audit_events WHERE kind = ? ORDER BY id")
			.param(kind)
			.query(String.class)
			.list();
	}

	private long count(String rows) {
		return this.database.jdbc().sql("SELECT count(*) FROM " + rows).query(Long.class).single();
	}

	private void sql(String statement) {
		this.database.jdbc().sql(statement).update();
	}

}
