package dev.segmentation.account.profile.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HttpTest
class SessionsPageTests {

	private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

	private static final Pattern END = Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/end)\"");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private Pages pages;

	@BeforeEach
	void signIn() {
		this.database.jdbc().sql("DELETE FROM sessions").update();
		this.database.jdbc().sql("DELETE FROM refresh_tokens").update();
		this.pages = new Pages(this.api).signIn(TestAccount.VIEWER);
	}

	@Test
	void listsBrowsersAndProgramsWithThisSession() {
		firefox(Map.of());
		program();
		new Pages(this.api).signIn(TestAccount.EDITOR);
		String page = this.pages.get("/account/sessions").body();
		assertThat(page).contains("Firefox on Windows", "127.0.0.1", "This session", "Program, through the API");
		assertThat(ends(page)).hasSize(2);
	}

	@Test
	void showsARememberedBrowserOnce() {
		Pages firefox = firefox(Map.of("remember", "true"));
		assertThat(ends(this.pages.get("/account/sessions").body())).hasSize(1);
		this.database.jdbc()
			.sql("DELETE FROM sessions WHERE primary_id IN (SELECT primary_id FROM sessions ORDER BY creation_time DESC LIMIT 1)")
			.update();
		String page = this.pages.get("/account/sessions").body();
		assertThat(page).contains("Remembered browser");
		assertThat(ends(page)).hasSize(1);
		assertThat(firefox.get("/segments").statusCode()).isEqualTo(200);
		assertThat(ends(this.pages.get("/account/sessions").body())).hasSize(1);
	}

	@Test
	void endsABrowserAtOnceAlsoIfItIsRemembered() {
		Pages firefox = firefox(Map.of("remember", "true"));
		assertThat(firefox.get("/segments").statusCode()).isEqualTo(200);
		end();
		assertThat(firefox.get("/segments").statusCode()).isEqualTo(302);
		assertThat(this.pages.get("/segments").statusCode()).isEqualTo(200);
		assertThat(audit()).isEqualTo("SESSION_ENDED viewer");
	}

	@Test
	void endsAProgramWithinASecond() {
		Api program = program();
		assertThat(program.get("/segments/").status()).isEqualTo(200);
		end();
		await().atMost(Duration.ofSeconds(3)).until(() -> program.get("/segments/").status() == 401);
		assertThat(this.database.jdbc().sql("SELECT count(*) FROM refresh_tokens").query(Long.class).single()).isZero();
	}

	@Test
	void endsAllOtherSessions() {
		Pages firefox = firefox(Map.of("remember", "true"));
		Api program = program();
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		assertThat(this.pages.post("/account/sessions/end-others", Map.of()).statusCode()).isEqualTo(302);
		assertThat(firefox.get("/segments").statusCode()).isEqualTo(302);
		await().atMost(Duration.ofSeconds(3)).until(() -> program.get("/segments/").status() == 401);
		assertThat(this.pages.get("/account/sessions").body()).contains("All other sessions were signed out.");
		assertThat(editor.get("/segments").statusCode()).isEqualTo(200);
		assertThat(audit()).isEqualTo("SESSIONS_ENDED viewer");
	}

	@Test
	void endsNoSessionOfAnotherAccount() {
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		firefox(Map.of("remember", "true"));
		String address = ends(this.pages.get("/account/sessions").body()).getFirst();
		assertThat(editor.post(address, Map.of()).statusCode()).isEqualTo(302);
		assertThat(ends(this.pages.get("/account/sessions").body())).containsExactly(address);
	}

	@Test
	void showsTheLatestOfManySessions() {
		this.database.jdbc()
			.sql("""
					INSERT INTO refresh_tokens (token_hash, family, account_id, expires_at, created_at)
					SELECT sha256(n::text::bytea), gen_random_uuid(), a.id, now() + interval '1 day', now() - interval '1 hour'
					FROM accounts AS a, generate_series(1, 150) AS n WHERE a.login = 'viewer'
					""")
			.update();
		String page = this.pages.get("/account/sessions").body();
		assertThat(ends(page)).hasSize(99);
		assertThat(page).contains("This session", "51 older sessions aren’t shown.");
	}

	@Test
	void neverShowsTheValueOfACookie() {
		firefox(Map.of());
		String page = this.pages.get("/account/sessions").body();
		List<String> ids = this.database.jdbc().sql("SELECT session_id FROM sessions").query(String.class).list();
		assertThat(ids).hasSize(2).noneMatch(page::contains);
	}

	@Test
	void listsASessionOfAnOlderVersion() {
		firefox(Map.of());
		this.database.jdbc().sql("DELETE FROM sessions_attributes WHERE attribute_name = 'browser'").update();
		String page = this.pages.get("/account/sessions").body();
		assertThat(page).contains("Unknown device", "This session");
		assertThat(this.pages.post(ends(page).getFirst(), Map.of()).statusCode()).isEqualTo(302);
		assertThat(ends(this.pages.get("/account/sessions").body())).isEmpty();
	}

	private Pages firefox(Map<String, String> choices) {
		Pages browser = new Pages(this.api);
		Map<String, String> form = new java.util.HashMap<>(choices);
		form.putAll(Map.of("username", "viewer", "password", TestAccount.PASSWORD));
		assertThat(browser.post("/login", form, "User-Agent", FIREFOX).statusCode()).isEqualTo(302);
		return browser;
	}

	private Api program() {
		return this.api.as("viewer", TestAccount.PASSWORD);
	}

	private void end() {
		String address = ends(this.pages.get("/account/sessions").body()).getFirst();
		assertThat(this.pages.post(address, Map.of()).statusCode()).isEqualTo(302);
	}

	private String audit() {
		return this.database.jdbc()
			.sql("SELECT kind || ' ' || subject FROM audit_events WHERE kind LIKE 'SESSION%' ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single();
	}

	private static List<String> ends(String page) {
		return END.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
	}

}
