package dev.segmentation.config.database.embedded;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Person;
import dev.segmentation.support.ProcessTest;
import dev.segmentation.support.company.CompanyProvider;
import dev.segmentation.support.company.CompanyVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of the application, started at the same time on an external server.
 */
@ProcessTest
class ForeignDatabaseTests {

	private static final String PASSWORD = "correct horse";

	private static final String CREDENTIALS = "{\"login\": \"admin\", \"password\": \"%s\"}".formatted(PASSWORD);

	private static final CompanyProvider COMPANY = new CompanyProvider();

	@TempDir
	static Path folder;

	static ForeignServer server;

	static List<ApplicationProcess> applications;

	/** The first instance. */
	static Api api;

	/** A browser of the first instance. */
	static Pages pages;

	@BeforeAll
	static void start() {
		server = ForeignServer.create(folder);
		Map<String, String> environment = ForeignServer.environment(server.database());
		environment.putAll(Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD, "LIQUIBASE_CHANGELOG_LOCK_POLL_RATE", "1"));
		environment.putAll(COMPANY.environment());
		applications = ApplicationProcess.startTwo(folder, environment);
		api = applications.getFirst().api().as("admin", PASSWORD);
		pages = new Pages(api).signIn("admin", PASSWORD);
	}

	@AfterEach
	void comeBack() {
		server.start();
		startSessionsReadOnly(false);
	}

	@AfterAll
	static void stop() {
		COMPANY.close();
		applications.forEach(ApplicationProcess::close);
		server.stop();
	}

	@Test
	void createsTheAdministratorOnceWithTheChosenPassword() {
		assertThat(applications).extracting(ApplicationProcess::output)
			.filteredOn((output) -> output
				.contains("Sign in as  admin, with the password from SEGMENTATION_ADMIN_PASSWORD\n"))
			.hasSize(1);
		assertThat(applications).extracting(ApplicationProcess::output)
			.allMatch((output) -> output.contains("Data        %s\n".formatted(server.database().url())))
			.noneMatch((output) -> output.contains(PASSWORD));
	}

	@Test
	void doesNotStartTheEmbeddedServer() {
		assertThat(folder.resolve("data")).doesNotExist();
		assertThat(applications).allSatisfy(
				(application) -> assertThat(ProcessHandle.of(application.pid()).orElseThrow().descendants()).isEmpty());
	}

	@Test
	void agreesOnTheSigningKey() {
		Api second = applications.getLast().api().withToken(api.token());
		assertThat(second.get("/segments/").status()).isEqualTo(200);
	}

	@Test
	void sharesSessionsBetweenInstances() {
		Pages first = new Pages(api).signIn("admin", PASSWORD);
		Pages second = first.at(applications.getLast().api());
		assertThat(second.get("/segments").statusCode()).isEqualTo(200);
		assertThat(second.post("/logout", Map.of()).statusCode()).isEqualTo(302);
		assertThat(first.get("/segments").headers().firstValue("Location")).hasValue("/login?back=%2Fsegments");
	}

	/** Instances cache accounts for a second. */
	@Test
	void endsSessionsOnAllInstances() {
		Api second = applications.getLast().api();
		await().until(() -> second.post("/users/sign-in", CREDENTIALS).status() == 200);
		Pages browser = new Pages(second).signIn("admin", PASSWORD);
		Api program = second.as("admin", PASSWORD);
		assertThat(program.get("/segments/").status()).isEqualTo(200);
		assertThat(pages.post("/account/sessions/end-others", Map.of()).statusCode()).isEqualTo(302);
		assertThat(browser.get("/segments").statusCode()).isEqualTo(302);
		await().atMost(Duration.ofSeconds(3)).until(() -> program.get("/segments/").status() == 401);
		assertThat(pages.get("/segments").statusCode()).isEqualTo(200);
		api = applications.getFirst().api().as("admin", PASSWORD);
	}

	/** Connections of other tests may have ended, or may be read-only. */
	@Test
	void resumesARememberedBrowserOnEachInstance() {
		CookieManager cookies = new CookieManager();
		Pages first = new Pages(api, HttpClient.newBuilder().cookieHandler(cookies).build());
		await().until(() -> first.post("/login", Map.of("username", "admin", "password", PASSWORD, "remember", "true"))
			.statusCode() == 302);
		Pages second = first.at(applications.getLast().api());
		for (Pages instance : List.of(first, second, first)) {
			cookies.getCookieStore()
				.getCookies()
				.stream()
				.filter((cookie) -> cookie.getName().equals("session"))
				.toList()
				.forEach((cookie) -> cookies.getCookieStore().remove(null, cookie));
			await().until(() -> instance.get("/segments").statusCode() == 200);
		}
	}

	@Test
	void sharesTokensBetweenInstances() {
		String page = pages.post("/tokens/new", Map.of("name", "shared", "role", "EDITOR")).body();
		Matcher secret = Pattern.compile("value=\"(seg_[0-9A-Za-z]{33})\"").matcher(page);
		assertThat(secret.find()).as(page).isTrue();
		List<Api> programs = applications.stream()
			.map((application) -> application.api().withToken(secret.group(1)))
			.toList();
		assertThat(programs).allSatisfy((program) -> assertThat(program.get("/segments/").status()).isEqualTo(200));
		Matcher token = Pattern.compile("href=\"(/tokens/\\d+)\"").matcher(page);
		assertThat(token.find()).as(page).isTrue();
		assertThat(pages.post(token.group(1) + "/revoke", Map.of()).statusCode()).isEqualTo(302);
		await().atMost(Duration.ofSeconds(2))
			.untilAsserted(() -> assertThat(programs).extracting((program) -> program.get("/segments/").error())
				.containsOnly("token is revoked"));
	}

	@Test
	void requiresSecondFactorsOnEveryInstance() {
		Person editor = Person.add(server.database().jdbc(), Role.EDITOR);
		Pages browser = new Pages(applications.getLast().api()).signIn(editor.login(), PASSWORD);
		assertThat(browser.get("/segments").statusCode()).isEqualTo(200);
		pages.post("/accounts/sign-in-rules", Map.of("roles", "EDITOR", "confirmed", "EDITOR"));
		await().atMost(Duration.ofSeconds(3)).until(() -> browser.get("/segments").statusCode() == 302);
		assertThat(browser.get("/segments").headers().firstValue("Location")).hasValue("/account/passkeys");
		pages.post("/accounts/sign-in-rules", Map.of());
		await().atMost(Duration.ofSeconds(3)).until(() -> browser.get("/segments").statusCode() == 200);
	}

	@Test
	void signsInAtTheCompanyOnOneInstanceAndOutOnTheOther() {
		Api first = applications.getFirst().api();
		Api second = applications.getLast().api();
		COMPANY.allow(first.root());
		COMPANY.add("u-1", Map.of("preferred_username", "anna", "groups", List.of("staff")));
		HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
		Pages browser = new Pages(first, http);
		String start = browser.get("/login/company/acme").headers().firstValue("Location").orElseThrow();
		String provider = browser.get(start).headers().firstValue("Location").orElseThrow();
		URI back = new CompanyVisit(http).signIn(URI.create(provider), "u-1");
		Pages other = browser.at(second);
		assertThat(other.get(back.getPath() + "?" + back.getQuery()).statusCode()).isEqualTo(302);
		assertThat(browser.get("/segments").body()).contains("anna");
		String token = "logout_token=" + COMPANY.logoutToken("u-1");
		new Pages(second).postWithoutToken("/logout/connect/back-channel/acme", token);
		assertThat(browser.get("/segments").headers().firstValue("Location")).hasValue("/login?ended&back=%2Fsegments");
	}

	@Test
	void reportsAnUnavailableDatabaseAndRecovers() {
		assertThat(api.get("/segments/").status()).isEqualTo(200);
		assertThat(pages.get("/segments").statusCode()).isEqualTo(200);
		server.stop();
		Answer away = api.get("/segments/");
		assertThat(away.status()).as(() -> applications.getFirst().output()).isEqualTo(503);
		assertThat(away.body()).isEqualTo("{\"error\":\"service unavailable\"}");
		Answer signIn = api.post("/users/sign-in", CREDENTIALS);
		assertThat(signIn.status()).isEqualTo(503);
		assertThat(signIn.error()).isEqualTo("service unavailable");
		assertIsUnavailable(pages.get("/segments"));
		assertThat(outside(api, "/ping")).isEqualTo(200);
		assertThat(outside(api, "/actuator/health/liveness")).isEqualTo(200);
		// A connection that was lent within the last second counts as an answer.
		await().until(() -> outside(api, "/actuator/health/readiness") == 503);
		server.start();
		// The pool tries again every few seconds, which may be just longer than a call
		// waits.
		await().atMost(Duration.ofSeconds(30)).until(() -> api.get("/segments/").status() == 200);
		assertThat(outside(api, "/actuator/health/readiness")).isEqualTo(200);
		assertThat(applications.getFirst().output()).doesNotContain("\tat ");
	}

	/**
	 * A failed primary can come back read-only. Connections to it stay open behind a
	 * proxy.
	 */
	@Test
	void reportsAReadOnlyDatabaseAndRecovers() {
		assertThat(pages.get("/segments").statusCode()).isEqualTo(200);
		startSessionsReadOnly(true);
		Answer refused = api.post("/segments/create", "{\"name\": \"READ-ONLY\"}");
		assertThat(refused.status()).as(() -> applications.getFirst().output()).isEqualTo(503);
		assertThat(refused.error()).isEqualTo("service unavailable");
		// A connection that was just used may have ended without notice.
		await().until(() -> pages.get("/segments").statusCode() == 200);
		Answer signIn = api.post("/users/sign-in", CREDENTIALS);
		assertThat(signIn.status()).isEqualTo(503);
		startSessionsReadOnly(false);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> api.post("/segments/create", "{\"name\": \"WRITABLE\"}").status() == 201);
		assertThat(applications.getFirst().output()).doesNotContain("\tat ");
	}

	private static void assertIsUnavailable(HttpResponse<String> page) {
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("The database can’t be reached", "Nothing was changed.");
	}

	/** Ends all sessions. Later sessions keep their mode until they end. */
	private static void startSessionsReadOnly(boolean readOnly) {
		JdbcClient jdbc = server.administrator().jdbc();
		jdbc.sql("ALTER ROLE segmentation SET default_transaction_read_only = " + readOnly).update();
		if (readOnly) {
			jdbc.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'segmentation'")
				.query()
				.listOfRows();
		}
	}

	private static int outside(Api api, String path) {
		return api.callBytes("GET", path, null).status();
	}

}
