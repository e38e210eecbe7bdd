package dev.segmentation.user.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.PlainText;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the pages of users. The browser tests check their look and their use.
 */
@HttpTest
@HistoryAgrees
class UserPageTests {

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	@Test
	void listsTheNewestFirstPageByPage() {
		Sql.addUsers(jdbc(), 120);
		Pages pages = this.signedIn.as(TestAccount.VIEWER);
		String first = pages.get("/users").body();
		String next = link(first, "next");
		String second = pages.get(next).body();
		assertThat(names(first)).hasSize(50).doesNotContainAnyElementsOf(names(second));
		assertThat(names(pages.get(link(second, "prev")).body())).isEqualTo(names(first));
		assertThat(pages.get(next, "HX-Request", "true").body().strip()).startsWith("<div id=\"table\"")
			.doesNotContain("<html");
		assertThat(pages.get("/users?at=junk").statusCode()).isEqualTo(400);
	}

	@Test
	void marksExactMatches() {
		long id = add("exactly-so", "exactly@example.com", "ext-1");
		Pages pages = this.signedIn.as(TestAccount.VIEWER);
		assertThat(flat(pages.get("/users?q=EXT-1").body())).contains("exactly-so").doesNotContain("Exact match");
		assertThat(flat(pages.get("/users?q=EXT-2").body())).contains("No users match “EXT-2”");
		assertThat(flat(pages.get("/users?q=+ext-1+").body())).contains("exactly-so", "Exact match: external ID");
		assertThat(flat(pages.get("/users?q=" + id).body())).contains("exactly-so", "Exact match: ID");
		assertThat(flat(pages.get("/users?q=exactly").body())).contains("<mark>exactly</mark>-so")
			.doesNotContain("Exact match");
	}

	@Test
	void saysInTheHeadingHowManyUsersMatch() {
		add("counted-one", "counted1@example.com", null);
		add("counted-two", "counted2@example.com", null);
		Sql.addUsers(jdbc(), 60);
		Pages pages = this.signedIn.as(TestAccount.VIEWER);
		String all = jdbc().sql("SELECT to_char(count(*), 'FM999,999') FROM users").query(String.class).single();
		assertThat(pages.get("/users").body()).contains("id=\"count\">" + all + "<");
		assertThat(pages.get("/users?q=counted-").body()).contains("id=\"count\">2 of " + all + "<");
		assertThat(pages.get("/users?q=bulk").body()).contains("id=\"count\">50+ of " + all + "<");
		assertThat(pages.get("/users?q=countad-one").body()).contains("These are similar")
			.contains("id=\"count\">0 of " + all + "<");
		assertThat(pages.get("/users?q=counted-", "HX-Request", "true").body())
			.contains("id=\"count\" hx-swap-oob=\"true\">2 of " + all + "<");
	}

	@Test
	void showsSpecialCharactersAsTheyAre() {
		long id = add("<b>&\"'{0}مرحبا🦊", "strange@example.com", "%7B{x}");
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		for (String path : new String[] { "/users?q=%3Cb", "/users/" + id, "/users/" + id + "/timeline",
				"/users/" + id + "/edit", "/users/" + id + "/delete", "/search?q=%3Cb" }) {
			HttpResponse<String> answer = pages.get(path);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.body().replaceAll("</?mark>", "")).contains("&lt;b&gt;&amp;&quot;&#39;{0}مرحبا🦊")
				.doesNotContain("<b>&");
		}
		assertThat(pages.get("/users?q=%7B%7D%25%00%5C%22").statusCode()).isEqualTo(200);
	}

	@Test
	void addsAUserAndLeadsToItsPage() {
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		HttpResponse<String> answer = pages.post("/users/new",
				Map.of("login", "  added  ", "email", "added@example.com", "externalId", ""));
		assertThat(answer.statusCode()).isEqualTo(302);
		String page = location(answer);
		assertThat(flat(pages.get(page).body())).contains("added was added.", "added@example.com");
		assertThat(
				jdbc().sql("SELECT external_id IS NULL FROM users WHERE login = 'added'").query(Boolean.class).single())
			.isTrue();
		assertThat(pages
			.post("/users/new", Map.of("login", "added2", "email", "added2@example.com", "externalId", ""),
					"HX-Request", "true")
			.headers()
			.firstValue("HX-Redirect")).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "'', a@example.com, '', login-error", "x, a@example.com, '', login-error", "anna, '', '', email-error",
			"anna, nobody, '', email-error", "TAKEN, a@example.com, '', login-error",
			"anna, Taken@example.com, '', email-error", "anna, a@example.com, taken-id, externalId-error" })
	void showsAnErrorBesideItsFieldAndKeepsTheInput(String login, String email, String externalId, String error) {
		addUnlessThere("taken", "taken@example.com", "taken-id");
		HttpResponse<String> answer = this.signedIn.as(TestAccount.EDITOR)
			.post("/users/new", Map.of("login", login, "email", email, "externalId", externalId));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).containsOnlyOnce("class=\"field-error\"")
			.contains("id=\"" + error + "\"", "value=\"" + login + "\"", "value=\"" + email + "\"");
		assertThat(jdbc().sql("SELECT count(*) FROM users WHERE lower(login) = lower(?) AND login <> 'taken'")
			.param(login)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void acceptsLoginsOfAtMost64Characters() {
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		String longest = "🦊".repeat(64);
		assertThat(pages.post("/users/new", Map.of("login", longest + "x", "email", "fox@example.com")).statusCode())
			.isEqualTo(422);
		assertThat(pages.post("/users/new", Map.of("login", "a\tb", "email", "fox@example.com")).statusCode())
			.isEqualTo(422);
		assertThat(pages.post("/users/new", Map.of("login", longest, "email", "fox@example.com")).statusCode())
			.isEqualTo(302);
	}

	/** Sign-up by the API keeps characters that no form shows. */
	@Test
	void keepsAnUnchangedLoginAsItIs() {
		long id = add("ad\u200bmin", "zero@example.com", null);
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		String path = "/users/" + id + "/edit";
		pages.post(path, Map.of("login", "ad\u200bmin", "email", "width@example.com", "version",
				version(pages.get(path).body())));
		assertThat(email(id)).isEqualTo("width@example.com");
		assertThat(jdbc().sql("SELECT login FROM users WHERE id = :id").param("id", id).query(String.class).single())
			.isEqualTo("ad\u200bmin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u200b\u200b", "x", "\u00a0\u200e" })
	void editsAndDeletesAUserWhoseOldLoginNoFormAccepts(String login) {
		long id = add(login, "first@example.com", null);
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		String path = "/users/" + id;
		String shown = PlainText.of(login);
		String version = version(pages.get(path + "/edit").body());
		assertThat(pages.post(path + "/edit", Map.of("login", shown, "email", "second@example.com", "version", version))
			.statusCode()).isEqualTo(302);
		assertThat(email(id)).isEqualTo("second@example.com");
		version = version(pages.get(path + "/edit").body());
		HttpResponse<String> refused = pages.post(path + "/edit",
				Map.of("login", "y", "email", "no address", "version", version));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"login-error\"", "id=\"email-error\"");
		assertThat(location(pages.post(path + "/delete", Map.of("login", shown)))).isEqualTo("/users");
		assertThat(pages.get("/users").body()).contains(login + " was deleted.");
	}

	@Test
	void showsAConflictingEditAndLetsTheAccountOverwriteIt() {
		long id = add("shared", "shared@example.com", null);
		Pages hers = this.signedIn.as(TestAccount.EDITOR);
		Pages his = this.signedIn.as(TestAccount.ADMIN);
		String path = "/users/" + id + "/edit";
		String version = version(hers.get(path).body());
		assertThat(hers.post(path, edited("hers@example.com", version)).statusCode()).isEqualTo(302);
		HttpResponse<String> told = his.post(path, edited("his@example.com", version));
		assertThat(told.statusCode()).isEqualTo(422);
		assertThat(flat(told.body())).contains("This user changed while you were editing", "hers@example.com",
				"value=\"his@example.com\"");
		assertThat(email(id)).isEqualTo("hers@example.com");
		assertThat(his.post(path, edited("his@example.com", version(told.body()))).statusCode()).isEqualTo(302);
		assertThat(email(id)).isEqualTo("his@example.com");
		assertThat(his.post(path, Map.of("login", "shared", "email", "his@example.com")).statusCode()).isEqualTo(400);
	}

	@Test
	void deletesAUserOnlyAfterItsLoginIsTyped() {
		long id = add("to-delete", "to-delete@example.com", null);
		Sql.addMemberships(jdbc(), id, Sql.addSegment(jdbc()), Sql.addSegment(jdbc()));
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		String path = "/users/" + id + "/delete";
		assertThat(flat(pages.get(path).body())).contains("The user will be removed from 2 segments.",
				"keep only the ID " + id);
		HttpResponse<String> refused = pages.post(path, Map.of("login", "to-deletE"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"login-error\"");
		assertThat(email(id)).isNotEmpty();
		HttpResponse<String> done = pages.post(path, Map.of("login", "to-delete"));
		assertThat(location(done)).isEqualTo("/users");
		assertThat(flat(pages.get("/users").body())).contains("to-delete was deleted.");
		assertThat(pages.get("/users/" + id).statusCode()).isEqualTo(404);
		assertThat(pages.post(path, Map.of("login", "to-delete")).statusCode()).isEqualTo(404);
		assertThat(jdbc().sql("""
				SELECT count(*) FROM operations AS o JOIN acts AS a ON a.id = o.act_id
				WHERE ? = ANY (o.user_ids) AND o.type = 'deleted' AND a.kind = 'page' AND a.account_id IS NOT NULL
				""").param(id).query(Long.class).single()).isEqualTo(2);
	}

	/** Java and Spring also read other spellings of numbers. */
	@Test
	void hasOneAddressForAUser() {
		long id = add("one-address", "one-address@example.com", null);
		String arabic = Long.toString(id).chars().mapToObj((digit) -> "%D9%A" + (digit - '0')).collect(joining());
		Pages pages = this.signedIn.as(TestAccount.VIEWER);
		for (String other : List.of(arabic, "0x" + Long.toHexString(id), "%23" + Long.toHexString(id), "%20" + id)) {
			assertThat(pages.get("/users/" + other).statusCode()).as(other).isEqualTo(404);
		}
	}

	@Test
	void hidesActionsThatAViewerIsNotAllowed() {
		long id = add("looked-at", "looked-at@example.com", null);
		Pages pages = this.signedIn.as(TestAccount.VIEWER);
		for (String path : new String[] { "/users", "/users/" + id, "/users/" + id + "/timeline" }) {
			assertThat(pages.get(path).body()).doesNotContain("btn-primary", "btn-outline-danger", "/edit",
					"/users/import", "/remove");
		}
		for (String path : new String[] { "/users/new", "/users/" + id + "/edit", "/users/" + id + "/delete" }) {
			assertThat(pages.get(path).statusCode()).isEqualTo(403);
			assertThat(pages.post(path, Map.of("login", "looked-at", "email", "x@example.com")).statusCode())
				.isEqualTo(403);
		}
		assertThat(email(id)).isEqualTo("looked-at@example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/users/0", "/users/999999999", "/users/x", "/users/-1", "/users/99999999999999999999",
			"/users/999999999/timeline", "/users/999999999/edit", "/users/999999999/delete",
			"/users/999999999/segments/add", "/users/999999999/segments/1/remove" })
	void answersNotFoundForAnUnknownUser(String path) {
		HttpResponse<String> answer = this.signedIn.as(TestAccount.EDITOR).get(path);
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("Page not found");
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

	private static Map<String, String> edited(String email, String version) {
		return Map.of("login", "shared", "email", email, "externalId", "", "version", version);
	}

	private String email(long id) {
		return jdbc().sql("SELECT email FROM users WHERE id = ?").param(id).query(String.class).single();
	}

	private long add(String login, String email, @Nullable String externalId) {
		return jdbc()
			.sql("INSERT INTO users (login, email, external_id) VALUES (:login, :email, :external) RETURNING id")
			.param("login", login)
			.param("email", email)
			.param("external", externalId)
			.query(Long.class)
			.single();
	}

	private void addUnlessThere(String login, String email, String externalId) {
		jdbc().sql("""
				INSERT INTO users (login, email, external_id) VALUES (:login, :email, :external) ON CONFLICT DO NOTHING
				""").param("login", login).param("email", email).param("external", externalId).update();
	}

	private static String location(HttpResponse<String> answer) {
		return URI.create(answer.headers().firstValue("Location").orElse("")).getPath();
	}

	private static String version(String page) {
		return found(page, "name=\"version\" value=\"([^\"]+)\"");
	}

	private static String link(String page, String rel) {
		return found(page, "rel=\"" + rel + "\" href=\"([^\"]+)\"").replace("&amp;", "&");
	}

	private static List<String> names(String page) {
		return Pattern.compile("class=\"name\" href=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	private static String found(String page, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(page);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

	/** Returns the page on one line, without tags around words. Attributes stay. */
	private static String flat(String page) {
		return page.replaceAll("</?(bdi|span|b)[^>]*>", "").replaceAll("\\s+", " ");
	}

}
