package dev.segmentation.shared.web;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of all pages: access, caching, cookies and errors.
 */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class PageAnswerTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@ValueSource(strings = { "/", "/segments", "/segments/new", "/users", "/history", "/users/import", "/tasks",
			"/segments/1", "/users/1?x=%26" })
	void redirectsToTheSignInPageAndBack(String path) {
		HttpResponse<String> answer = new Pages(this.api).get(path);
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/login");
		assertThat(new Pages(this.api).get(path, "HX-Request", "true", "HX-Current-URL", "http://x/history?cause=api")
			.headers()
			.firstValue("HX-Redirect")).hasValue("/login?back=%2Fhistory%3Fcause%3Dapi");
	}

	@Test
	void answersUnauthorizedToPrograms() {
		assertThat(this.api.callBytes("GET", "/segments", null).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "%F0", "%00", "%C3%28", "%E2%80%AE", "%0A", "'", "%5C", "%25", "_" })
	void survivesUnusualAddresses(String value) {
		Pages pages = new Pages(this.api).signIn(TestAccount.VIEWER);
		for (String page : new String[] { "/segments?search=", "/segments?at=", "/users?q=", "/users?at=", "/search?q=",
				"/history?segment=", "/history?users=", "/history?account=", "/history?month=", "/history?from=",
				"/history?cause=", "/history?at=", "/login?back=", "/users/1?x=", "/tasks/" }) {
			assertThat(pages.get(page + value, "Referer", "x").statusCode()).as(page).isBetween(200, 499);
		}
	}

	@Test
	void createsNoSessionBeforeTheSignIn() {
		this.database.jdbc().sql("DELETE FROM sessions").update();
		new Pages(this.api).get("/login");
		new Pages(this.api).get("/segments");
		assertThat(this.database.jdbc().sql("SELECT count(*) FROM sessions").query(Long.class).single()).isZero();
		new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(this.database.jdbc().sql("SELECT principal_name FROM sessions").query(String.class).list())
			.containsExactly("viewer");
	}

	@Test
	void refusesMembersEveryPage() {
		this.api.post("/users/sign-up",
				"{\"login\": \"member-1\", \"email\": \"member-1@example.com\", \"password\": \"correct horse\"}");
		Pages pages = new Pages(this.api);
		HttpResponse<String> refused = pages.post("/login",
				Map.of("username", "member-1", "password", "correct horse"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Your account has no access to these pages");
		assertThat(pages.get("/segments").statusCode()).isEqualTo(302);
	}

	@Test
	void refusesForgedRequests() {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		assertThat(pages.postWithoutToken("/segments/new", "name=FORGED").statusCode()).isEqualTo(403);
		assertThat(pages.postWithoutToken("/logout", "").statusCode()).isEqualTo(403);
		assertThat(pages.get("/segments").statusCode()).isEqualTo(200);
	}

	@Test
	void refusesViewersEveryChange() {
		Pages pages = new Pages(this.api).signIn(TestAccount.VIEWER);
		HttpResponse<String> refused = pages.post("/segments/new", Map.of("name", "FORBIDDEN"));
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("Your role doesn’t allow this");
	}

	@Test
	void sendsSecurityHeaders() {
		HttpResponse<String> page = new Pages(this.api).signIn(TestAccount.VIEWER).get("/segments");
		assertThat(page.headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
		assertThat(page.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((control) -> assertThat(control).contains("no-store"));
		assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
		assertThat(page.body()).doesNotContain("<style")
			.doesNotContainPattern(" style=\"")
			.doesNotContainPattern(" on[a-z]+=\"");
	}

	@Test
	void protectsTheSessionCookie() {
		Pages pages = new Pages(this.api);
		HttpResponse<String> plain = pages.post("/login",
				Map.of("username", "viewer", "password", TestAccount.PASSWORD));
		assertThat(plain.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("session=")
				.contains("HttpOnly", "SameSite=Lax")
				.doesNotContain("Secure"));
		HttpResponse<String> secure = new Pages(this.api).post("/login",
				Map.of("username", "viewer", "password", TestAccount.PASSWORD), "X-Forwarded-Proto", "https");
		assertThat(secure.headers().allValues("Set-Cookie"))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("session=").contains("HttpOnly", "Secure"));
	}

	@Test
	void letsBrowsersCacheStylesForAYear() {
		String page = new Pages(this.api).get("/login").body();
		Matcher links = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(page);
		assertThat(links.results().map((link) -> link.group(1))).hasSizeGreaterThan(5).allSatisfy((link) -> {
			assertThat(link).matches(".*-[0-9a-f]{32}\\.[a-z]+");
			HttpResponse<String> asset = new Pages(this.api).get(link);
			assertThat(asset.statusCode()).isEqualTo(200);
			assertThat(asset.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
			assertThat(asset.headers().firstValue("Set-Cookie")).isEmpty();
		});
	}

	@Test
	void showsTheReferenceNumberOfAFailure(CapturedOutput output) {
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		this.database.jdbc().sql("ALTER TABLE segments RENAME TO hidden").update();
		try {
			HttpResponse<String> page = pages.get("/segments");
			assertThat(page.statusCode()).isEqualTo(500);
			Matcher reference = Pattern.compile("<code>([0-9a-f-]{36})</code>").matcher(page.body());
			assertThat(reference.find()).isTrue();
			assertThat(output.getAll()).containsOnlyOnce("reference " + reference.group(1));
			assertThat(page.body()).contains("Something went wrong").doesNotContain("relation", "Exception", "SELECT");
			HttpResponse<String> part = pages.get("/segments", "HX-Request", "true");
			assertThat(part.statusCode()).isEqualTo(500);
			assertThat(part.body()).contains("toast-error", "Reference number").doesNotContain("<html");
		}
		finally {
			this.database.jdbc().sql("ALTER TABLE hidden RENAME TO segments").update();
		}
	}

}
