package dev.segmentation.config.database;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.segmentation.Application;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.DatabaseProxy;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application behind a network that fails.
 */
@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "segmentation.database.answer-timeout=2s")
class OutageTests {

	private static final TestDatabase database = TestDatabases.create();

	private static final DatabaseProxy network = DatabaseProxy.before(database);

	private static final Duration AT_ONCE = Duration.ofSeconds(2);

	@LocalServerPort
	private int port;

	private Api api;

	private Pages pages;

	@DynamicPropertySource
	static void connect(DynamicPropertyRegistry settings) {
		settings.add("spring.datasource.url", network::url);
		settings.add("spring.datasource.username", database::user);
		settings.add("spring.datasource.password", database::password);
	}

	@BeforeEach
	void signIn() {
		Api server = new Api("http://localhost:" + this.port);
		this.api = server.as(TestAccount.ADMIN);
		this.pages = new Pages(server).signIn(TestAccount.ADMIN);
	}

	@AfterEach
	void comeBack() {
		setReadOnly(false);
		reconnect();
	}

	/** Connections that were just used are not checked before they are used again. */
	private void reconnect() {
		network.restore();
		await().until(
				() -> Stream.generate(() -> this.api.get("/segments/").status()).limit(20).allMatch((s) -> s == 200));
	}

	@AfterAll
	static void close() {
		network.stop();
	}

	@Test
	void refusesSimultaneousCallsAtOnceWhileTheDatabaseIsStopped() throws Exception {
		network.stop();
		long start = System.nanoTime();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Answer>> answers = Stream.generate(() -> clients.submit(() -> this.api.get("/segments/")))
				.limit(20)
				.toList();
			for (Future<Answer> answer : answers) {
				assertIsRefused(answer.get());
			}
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
		network.restore();
		assertThat(this.api.get("/segments/").status()).isEqualTo(200);
	}

	@Test
	void showsAPageThatReloadsWhileTheDatabaseIsStopped() {
		network.stop();
		for (String path : List.of("/", "/segments", "/users?at=1", "/history")) {
			long start = System.nanoTime();
			HttpResponse<String> page = this.pages.get(path);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(AT_ONCE);
			assertThat(page.statusCode()).as(path).isEqualTo(503);
			assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
			assertThat(page.headers().firstValue("Refresh")).hasValue("5");
			assertThat(page.body()).contains("<!DOCTYPE html>", "app.css", "The database can’t be reached",
					"Nothing was changed. This page reloads by itself.");
		}
	}

	/** Otherwise the page of the outage would have no style. */
	@Test
	void servesStylesWithoutTheDatabase() {
		network.stop();
		for (String path : List.of("/assets/app.css", "/assets/tabler.css", "/ping")) {
			long start = System.nanoTime();
			assertThat(this.pages.get(path).statusCode()).as(path).isEqualTo(200);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(AT_ONCE);
		}
	}

	@Test
	void refusesFormsAndPartsOfPagesWhileTheDatabaseIsStopped() {
		HttpResponse<String> form = this.pages.get("/segments/new");
		network.stop();
		long start = System.nanoTime();
		HttpResponse<String> posted = this.pages.postFrom(form, "/segments/new", Map.of("name", "STOPPED"));
		assertThat(posted.statusCode()).isEqualTo(503);
		assertThat(posted.headers().firstValue("Refresh")).isEmpty();
		assertThat(posted.body()).contains("Nothing was changed. Try again in a moment.");
		HttpResponse<String> part = this.pages.get("/segments", "HX-Request", "true");
		assertThat(part.statusCode()).isEqualTo(503);
		assertThat(part.headers().firstValue("Retry-After")).hasValue("5");
		assertThat(part.body()).contains("toast-error", "The database can’t be reached. Nothing was changed.")
			.doesNotContain("<html");
		HttpResponse<String> signIn = this.pages.postFrom(form, "/login",
				Map.of("username", "admin", "password", TestAccount.PASSWORD));
		assertThat(signIn.statusCode()).isEqualTo(503);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE.multipliedBy(2));
	}

	@Test
	void readsAndRefusesChangesWhileTheDatabaseIsReadOnly() {
		HttpResponse<String> form = this.pages.get("/segments/new");
		setReadOnly(true);
		reconnect();
		for (String path : List.of("/", "/segments", "/users", "/history", "/reports", "/segments/new")) {
			assertThat(this.pages.get(path).statusCode()).as(path).isEqualTo(200);
		}
		assertThat(this.api.get("/segments/").status()).isEqualTo(200);
		assertIsRefused(this.api.post("/segments/create", "{\"name\": \"READ-ONLY\"}"));
		HttpResponse<String> posted = this.pages.postFrom(form, "/segments/new", Map.of("name", "READ-ONLY"));
		assertThat(posted.statusCode()).isEqualTo(503);
		assertThat(posted.body()).contains("The database is read-only", "Nothing was changed.");
		setReadOnly(false);
		reconnect();
		await().until(() -> this.api.post("/segments/create", "{\"name\": \"WRITABLE\"}").status() == 201);
		assertThat(this.pages.post("/segments/new", Map.of("name", "WRITABLE-2")).statusCode()).isEqualTo(302);
	}

	/** Sessions keep their mode until they end. */
	private static void setReadOnly(boolean readOnly) {
		String name = database.url().replaceFirst(".*/", "");
		TestDatabase writable = new TestDatabase(database.url() + "?options=-c%20default_transaction_read_only=off",
				database.user(), database.password());
		writable.jdbc()
			.sql("ALTER DATABASE %s SET default_transaction_read_only = %s".formatted(name, readOnly))
			.update();
	}

	@Test
	void refusesACallWhoseConnectionSwallowsEverything() {
		assertThat(this.api.get("/segments/").status()).isEqualTo(200);
		network.swallow();
		long start = System.nanoTime();
		assertIsRefused(this.api.get("/segments/"));
		assertThat(this.pages.get("/segments").statusCode()).isEqualTo(503);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
	}

	@Test
	void tellsThatTheResultIsUnknownWhenTheAnswerToACommitIsLost() {
		HttpResponse<String> form = this.pages.get("/users/new");
		network.loseAnswerTo("INSERT INTO users", "COMMIT");
		HttpResponse<String> lost = this.pages.postFrom(form, "/users/new", user("lost", "1"));
		assertThat(lost.statusCode()).isEqualTo(503);
		assertThat(lost.headers().firstValue("Refresh")).isEmpty();
		assertThat(lost.body())
			.contains("It isn’t known whether the change was made", "Send form again", "name=\"_key\" value=\"1\"")
			.doesNotContain("Nothing was changed");
		reconnect();
		HttpResponse<String> again = this.pages.postFrom(lost, "/users/new", user("lost", "1"));
		assertThat(again.body()).contains("The change was made");
		assertThat(countUsers("lost")).isOne();
	}

	@Test
	void makesTheChangeWithTheSameKeyWhenTheConnectionBrokeBeforeTheCommit() {
		HttpResponse<String> form = this.pages.get("/users/new");
		network.loseAnswerTo("INSERT INTO users");
		HttpResponse<String> lost = this.pages.postFrom(form, "/users/new", user("broken", "2"));
		assertThat(lost.statusCode()).isEqualTo(503);
		assertThat(lost.body()).contains("Nothing was changed.");
		reconnect();
		HttpResponse<String> again = this.pages.postFrom(lost, "/users/new", user("broken", "2"));
		assertThat(again.statusCode()).isEqualTo(302);
		assertThat(countUsers("broken")).isOne();
	}

	@Test
	void tellsApiClientsThatTheResultIsUnknown() {
		network.loseAnswerTo("INSERT INTO segments");
		Answer lost = this.api.post("/segments/create", "{\"name\": \"LOST-CALL\"}");
		assertThat(lost.status()).isEqualTo(503);
		assertThat(lost.body()).isEqualTo("{\"error\":\"service unavailable\",\"outcome\":\"unknown\"}");
	}

	private static Map<String, String> user(String login, String key) {
		return Map.of("login", login, "email", login + "@example.com", "externalId", "", "_key", key);
	}

	private static long countUsers(String login) {
		return database.jdbc()
			.sql("SELECT count(*) FROM users WHERE login = :login")
			.param("login", login)
			.query(Long.class)
			.single();
	}

	private static void assertIsRefused(Answer answer) {
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.body()).isEqualTo("{\"error\":\"service unavailable\"}");
		assertThat(answer.header("Retry-After")).isEqualTo("5");
	}

}
