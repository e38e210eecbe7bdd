package dev.segmentation.config.database.embedded;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.config.metrics.Scrape;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.FailedStart;
import dev.segmentation.support.Pages;
import dev.segmentation.support.ProcessTest;
import dev.segmentation.support.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of the application on a primary and its streaming replica. While replay
 * is paused, new data is missing on the replica, which shows where a read went. The two
 * instances permit different lags.
 */
@ProcessTest
class ReplicaTests {

	private static final String PASSWORD = "correct horse";

	private static final AtomicInteger made = new AtomicInteger();

	@TempDir
	static Path folder;

	static ReplicatedServer server;

	static ApplicationProcess patient;

	static ApplicationProcess strict;

	static Api reader;

	static Api writer;

	/** A browser without changes of its own. */
	static Pages onlooker;

	@BeforeAll
	static void start() {
		server = ReplicatedServer.start(folder);
		patient = application("10m");
		strict = application("2s");
		patient.awaitReady();
		strict.awaitReady();
		JdbcClient jdbc = server.primary().jdbc();
		jdbc.sql("""
				INSERT INTO accounts (login, password_hash, role) SELECT lower(wanted), password_hash, wanted
				FROM accounts, unnest(ARRAY['EDITOR', 'VIEWER']) AS wanted WHERE login = 'admin'
				""").update();
		reader = patient.api().as("viewer", PASSWORD);
		writer = patient.api().as("editor", PASSWORD);
		onlooker = signIn();
	}

	private static ApplicationProcess application(String maxLag) {
		Map<String, String> environment = server.environment();
		environment.put("SEGMENTATION_ADMIN_PASSWORD", PASSWORD);
		environment.put("SEGMENTATION_REPLICA_MAX_LAG", maxLag);
		return ApplicationProcess.start(folder, environment);
	}

	@BeforeEach
	void replicaIsRead() {
		Stream.of(patient, strict).forEach(ReplicaTests::awaitReplicaIsRead);
	}

	@AfterEach
	void comeBack() {
		if (!server.isReplicaRunning()) {
			server.startReplica();
		}
		server.resumeReplay();
		assertThat(patient.output() + strict.output()).doesNotContain("ERROR", "Exception");
	}

	@AfterAll
	static void stop() {
		patient.close();
		strict.close();
		server.close();
	}

	@Test
	void refusesAReplicaAsThePrimary() {
		FailedStart start = FailedStart.of(folder, ForeignServer.environment(server.replica()));
		assertThat(start.output())
			.isEqualTo("The database is a read-only replica. Set SPRING_DATASOURCE_URL to its primary.");
		assertThat(start.exitCode()).isNotZero();
	}

	@Test
	void readsComeFromTheReplica() {
		server.pauseReplay();
		String segment = addSegment();
		assertThat(reader.get("/segments/").body()).doesNotContain(segment);
		assertThat(onlooker.get("/segments").body()).doesNotContain(segment);
		server.resumeReplay();
		await().untilAsserted(() -> assertThat(reader.get("/segments/").body()).contains(segment));
		assertThat(onlooker.get("/segments").body()).contains(segment);
	}

	@Test
	void theMetricsShowTheLagOfTheReplica() {
		Pages admin = new Pages(patient.api()).signIn("admin", PASSWORD);
		server.pauseReplay();
		addSegment();
		await().untilAsserted(() -> assertThat(lag(admin)).isGreaterThan(3));
		server.resumeReplay();
		await().untilAsserted(() -> assertThat(lag(admin)).isLessThan(2));
	}

	private static double lag(Pages admin) {
		return new Scrape(admin.get("/actuator/prometheus", "Accept", "text/plain").body())
			.value("segmentation_replica_lag_seconds");
	}

	@Test
	void editorsReadThroughTheApiFromThePrimary() {
		server.pauseReplay();
		String segment = "SEGMENT-BY-API";
		assertThat(writer.post("/segments/create", "{\"name\": \"%s\"}".formatted(segment)).status()).isEqualTo(201);
		assertThat(writer.get("/segments/").body()).contains(segment);
		assertThat(reader.get("/segments/").body()).doesNotContain(segment);
	}

	@Test
	void aBrowserSeesItsOwnChangesOnEveryInstance() {
		Pages pages = signIn();
		server.pauseReplay();
		HttpResponse<String> created = pages.post("/segments/new", Map.of("name", "MADE-BY-PAGE"));
		assertThat(created.statusCode()).as(created.body()).isEqualTo(302);
		assertThat(pages.get("/segments").body()).contains("MADE-BY-PAGE");
		assertThat(pages.at(strict.api()).get("/segments").body()).contains("MADE-BY-PAGE");
		assertThat(onlooker.get("/segments").body()).doesNotContain("MADE-BY-PAGE");
	}

	@Test
	void readsMissingRowsFromThePrimary() {
		server.pauseReplay();
		long segment = Sql.addSegment(server.primary().jdbc());
		assertThat(onlooker.get("/segments/" + segment).statusCode()).isEqualTo(200);
		assertThat(reader.get("/segments/" + segment).status()).isEqualTo(200);
	}

	@Test
	void aLaggingReplicaIsNotReadUntilItHasCaughtUp() {
		Api strictReader = strict.api().withToken(reader.token());
		server.pauseReplay();
		String segment = addSegment();
		assertThat(strictReader.get("/segments/").body()).doesNotContain(segment);
		await().untilAsserted(() -> assertThat(strictReader.get("/segments/").body()).contains(segment));
		assertThat(strict.output()).contains("Reads go to the primary: the replica is more than 2000 ms behind");
		assertThat(reader.get("/segments/").body()).doesNotContain(segment);
		server.resumeReplay();
		awaitReplicaIsRead(strict);
	}

	@Test
	void readsGoToThePrimaryWhileTheReplicaIsUnavailable() {
		String segment = addSegment();
		await().untilAsserted(() -> assertThat(reader.get("/segments/").body()).contains(segment));
		server.killReplica();
		IntStream.range(0, 50).forEach((call) -> {
			assertThat(reader.get("/segments/").body()).contains(segment);
			assertThat(onlooker.get("/segments").statusCode()).isEqualTo(200);
		});
		await().until(() -> lastSwitch(patient).endsWith("the replica does not answer"));
		server.startReplica();
		awaitReplicaIsRead(patient);
	}

	@Test
	void aReportIsReadFromTheReplicaAndStoredOnThePrimary() {
		JdbcClient jdbc = server.primary().jdbc();
		Sql.addMemberships(jdbc, Sql.addUser(jdbc), Sql.addSegment(jdbc));
		long before = historyScansOfTheReplica();
		assertThat(signIn().post("/reports", Map.of("place", "FILE", "ttl", "1d")).statusCode()).isEqualTo(302);
		await().until(() -> jdbc.sql("SELECT lines FROM reports WHERE ready_at IS NOT NULL")
			.query(Long.class)
			.optional()
			.equals(Optional.of(1L)));
		await().until(() -> historyScansOfTheReplica() > before);
	}

	@Test
	void anInvalidCookieIsIgnored() {
		assertThat(onlooker.get("/segments", "Cookie", "written=99999999999999999999").statusCode()).isLessThan(400);
	}

	private static long historyScansOfTheReplica() {
		return server.replica().jdbc().sql("""
				SELECT sum(seq_scan + coalesce(idx_scan, 0)) FROM pg_stat_user_tables WHERE relname LIKE 'operations%'
				""").query(Long.class).single();
	}

	private static Pages signIn() {
		return new Pages(patient.api()).signIn("editor", PASSWORD);
	}

	/** Adds a segment in the database, without a cookie for any browser. */
	private static String addSegment() {
		String name = "UNKNOWN-" + made.incrementAndGet();
		Sql.addSegment(server.primary().jdbc(), name, "0");
		return name;
	}

	private static void awaitReplicaIsRead(ApplicationProcess application) {
		await().until(() -> lastSwitch(application).endsWith("Reads go to the replica"));
	}

	/** The log's last line about where reads go. */
	private static String lastSwitch(ApplicationProcess application) {
		return application.output()
			.lines()
			.filter((line) -> line.contains("Reads go to the "))
			.reduce("", (first, second) -> second);
	}

}
