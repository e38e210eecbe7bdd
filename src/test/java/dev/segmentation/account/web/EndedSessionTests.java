package dev.segmentation.account.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
 * Pages that stay open for longer than their session, and several tabs of one session.
 */
@HttpTest
class EndedSessionTests {

	private static final Pattern FIELDS = Pattern.compile("name=\"keptFields\" value=\"([^\"]*)\"");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private Pages pages;

	@BeforeEach
	void signIn() {
		this.pages = new Pages(this.api).signIn(TestAccount.EDITOR);
	}

	@Test
	void leadsThePageToTheSignInAndSaysWhy() {
		endSessions();
		HttpResponse<String> part = this.pages.get("/users?q=a", "HX-Request", "true", "HX-Current-URL",
				this.api.root() + "/users");
		assertThat(part.body()).isEmpty();
		assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/login?ended&back=%2Fusers");
		assertThat(this.pages.get("/login?ended&back=%2Fusers").body()).contains("Your session has ended");
		assertThat(new Pages(this.api).get("/login").body()).doesNotContain("Your session has ended");
	}

	@Test
	void keepsAFormOverTheSignIn() {
		endSessions();
		HttpResponse<String> refused = create("KEPT <&\"", own());
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("Your session has ended", "Your input is kept");
		String fields = fields(refused);
		Map<String, String> signIn = Map.of("username", "editor", "password", TestAccount.PASSWORD, "keptAction",
				"/segments/new", "keptFields", fields);
		assertThat(location(this.pages.post("/login", signIn))).isEqualTo("/login/again?back=%2F");
		String offer = this.pages.get("/login/again?back=/").body();
		assertThat(offer).contains("Send your input now?", "Page: New segment", "action=\"/segments/new\"",
				"name=\"name\" value=\"KEPT &lt;&amp;&quot;\"");
		assertThat(this.pages.get("/login/again?back=/", "Accept-Language", "ru").body())
			.contains("Страница: Новый сегмент");
		assertThat(names()).doesNotContain("KEPT <&\"");
		create("KEPT <&\"", own());
		assertThat(names()).contains("KEPT <&\"");
	}

	@Test
	void showsAKeptFormToItsWriterOnly() {
		String page = this.pages.get("/segments/new").body();
		Matcher writer = Pattern.compile("name=\"_account\" value=\"(\\d+)\"").matcher(page);
		assertThat(writer.find()).isTrue();
		String kept = "name=WRITTEN&_account=" + writer.group(1);
		assertThat(location(signInWith("editor", kept))).startsWith("/login/again");
		assertThat(location(signInWith("admin", kept))).isEqualTo("/");
		HttpResponse<String> stale = new Pages(this.api).signIn(TestAccount.ADMIN)
			.postWithoutToken("/segments/new", kept + "&_csrf=of-the-writer", own());
		assertThat(stale.statusCode()).isEqualTo(302);
		assertThat(stale.body()).doesNotContain("WRITTEN");
	}

	private HttpResponse<String> signInWith(String login, String kept) {
		return new Pages(this.api).post("/login", Map.of("username", login, "password", TestAccount.PASSWORD,
				"keptAction", "/segments/new", "keptFields", kept));
	}

	@Test
	void keepsAFormOverAWrongPassword() {
		HttpResponse<String> wrong = new Pages(this.api).post("/login", Map.of("username", "editor", "password",
				"wrong", "keptAction", "/segments/new", "keptFields", "name=A"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(fields(wrong)).isEqualTo("name=A");
		assertThat(wrong.body()).contains("Your input is kept.").doesNotContain("Your session has ended.");
	}

	@Test
	void offersNothingWithoutAKeptForm() {
		assertThat(location(this.pages.get("/login/again?back=/users"))).isEqualTo("/users");
		assertThat(location(new Pages(this.api).get("/login/again"))).startsWith("/login");
	}

	@Test
	void saysThatAFormIsNoLongerValid() {
		HttpResponse<String> refused = new Pages(this.api).postWithoutToken("/login", "username=a&password=b");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("This form is no longer valid").doesNotContain("Your role");
		assertThat(new Pages(this.api).postWithoutToken("/login", "username=a", "Accept-Language", "ru").body())
			.contains("Форма больше не действует");
	}

	@Test
	void offersAFormOfAnEarlierSessionAgain() {
		String stale = "name=STALE&_csrf=from-an-earlier-session";
		HttpResponse<String> answer = this.pages.postWithoutToken("/segments/new", stale, own());
		assertThat(answer.body()).contains("Send your input now?", "name=\"name\" value=\"STALE\"")
			.doesNotContain("from-an-earlier-session");
		assertThat(names()).doesNotContain("STALE");
	}

	@Test
	void letsTheBrowserSendAPartOfAPageAgain() {
		String[] part = { "Origin", this.api.root(), "HX-Request", "true" };
		HttpResponse<String> stale = this.pages.postWithoutToken("/segments/new", "name=STALE&_csrf=old", part);
		assertThat(stale.statusCode()).isEqualTo(403);
		assertThat(stale.headers().firstValue("X-Send-Again")).isPresent();
		endSessions();
		HttpResponse<String> ended = create("ENDED", part);
		assertThat(ended.headers().firstValue("X-Send-Again")).isPresent();
		assertThat(ended.headers().firstValue("HX-Redirect").orElseThrow()).startsWith("/login?ended");
	}

	@Test
	void treatsALoginWithAnyCharacterAsWrong() {
		assertThat(new Pages(this.api).post("/login", Map.of("username", "ad\0min", "password", "x")).statusCode())
			.isEqualTo(422);
	}

	@Test
	void keepsNothingOfOtherSites() {
		for (String[] origin : new String[][] { {}, { "Origin", "https://evil.example" }, { "Origin", "null" } }) {
			HttpResponse<String> forged = this.pages.postWithoutToken("/segments/new", "name=FORGED", origin);
			assertThat(forged.statusCode()).isEqualTo(403);
			assertThat(forged.body()).doesNotContain("FORGED");
		}
	}

	@Test
	void leadsKeptFormsToThisSiteOnly() {
		this.pages.post("/login", Map.of("username", "editor", "password", TestAccount.PASSWORD, "keptAction",
				"//evil.example/x", "keptFields", "name=A"));
		String offer = this.pages.get("/login/again").body();
		assertThat(offer).contains("Send your input now?").doesNotContain("evil.example");
	}

	@Test
	void keepsNoLongForms() {
		endSessions();
		HttpResponse<String> answer = create("x".repeat(64 * 1024), own());
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/login?ended");
	}

	@Test
	void acceptsTheFormsOfPagesThatWereLoadedAtOnce() {
		Pages fresh = new Pages(this.api);
		fresh.post("/login", Map.of("username", "editor", "password", TestAccount.PASSWORD));
		List<String> tokens = IntStream.range(0, 4)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> fresh.get("/segments/new").body()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.map(EndedSessionTests::token)
			.toList();
		for (int i = 0; i < tokens.size(); i++) {
			assertThat(fresh.postWithoutToken("/segments/new", "name=TAB%d&_csrf=%s".formatted(i, tokens.get(i)))
				.statusCode()).isEqualTo(302);
		}
	}

	@Test
	void answersManyRequestsOfOneSessionAtOnce() {
		List<CompletableFuture<Integer>> answers = IntStream.range(0, 10)
			.mapToObj((number) -> CompletableFuture
				.supplyAsync(() -> create("MANY%d".formatted(number), new String[0]).statusCode()))
			.toList();
		assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(302);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

	private HttpResponse<String> create(String name, String[] headers) {
		return this.pages.post("/segments/new", Map.of("name", name), headers);
	}

	private String[] own() {
		return new String[] { "Origin", this.api.root() };
	}

	private void endSessions() {
		this.database.jdbc().sql("DELETE FROM sessions").update();
	}

	private List<String> names() {
		return this.database.jdbc().sql("SELECT name FROM segments").query(String.class).list();
	}

	private static String fields(HttpResponse<String> page) {
		Matcher fields = FIELDS.matcher(page.body());
		assertThat(fields.find()).as(page.body()).isTrue();
		return fields.group(1);
	}

	private static String token(String page) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

}
