package dev.segmentation.config.database.embedded;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Imports;
import dev.segmentation.support.Pages;
import dev.segmentation.support.PgBouncer;
import dev.segmentation.support.ProcessTest;
import dev.segmentation.support.drive.FakeDrive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances, started at the same time, behind PgBouncer in transaction mode.
 */
@ProcessTest
class PgBouncerTests {

	private static final String PASSWORD = "correct horse";

	private static final FakeDrive drive = FakeDrive.start();

	@TempDir
	static Path folder;

	static ForeignServer server;

	static PgBouncer bouncer;

	static List<ApplicationProcess> applications;

	/** The first instance. */
	static Api api;

	static Pages pages;

	@BeforeAll
	static void start() {
		server = ForeignServer.create(folder);
		bouncer = PgBouncer.start(folder, server.database());
		Map<String, String> environment = ForeignServer.environment(bouncer.database());
		environment.putAll(
				Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD, "GDRIVE_CREDENTIALS", drive.writeKey(folder).toString(),
						"SEGMENTATION_DRIVE_FOLDER", drive.folder(), "SEGMENTATION_DRIVE_ROOT_URL", drive.rootUrl()));
		applications = ApplicationProcess.startTwo(folder, environment);
		api = applications.getFirst().api().as("admin", PASSWORD);
		pages = new Pages(api).signIn("admin", PASSWORD);
	}

	@AfterEach
	void historyAndSizesAgree() {
		assertThat(server.database().historyMismatches()).isEmpty();
		assertThat(server.database().sizeMismatches()).isEmpty();
		assertThat(applications).extracting(ApplicationProcess::output).noneMatch((output) -> output.contains("\tat "));
	}

	@AfterAll
	static void stop() {
		applications.forEach(ApplicationProcess::close);
		bouncer.close();
		server.close();
		drive.close();
	}

	@Test
	void importsUsersAndEndsTheirMembershipsOnTime() {
		Imports.load(pages, "login,email\nanna,anna@example.com\nboris,boris@example.com\n");
		long user = server.database()
			.jdbc()
			.sql("SELECT id FROM users WHERE login = 'anna'")
			.query(Long.class)
			.single();
		long segment = create("BETA");
		assertThat(api
			.post("/operations/add_segments",
					"{\"user_id\": %d, \"segment_ids\": [%d], \"ttl\": \"1s\"}".formatted(user, segment))
			.status()).isEqualTo(201);
		await().untilAsserted(() -> assertThat(server.database()
			.jdbc()
			.sql("SELECT type::text FROM operations ORDER BY id")
			.query(String.class)
			.list()).containsExactly("added", "deleted"));
	}

	@Test
	void streamsReports() {
		Api second = applications.getLast().api().withToken(api.token());
		assertThat(second.get("/reports/file?year=2021&month=3").status()).isEqualTo(200);
		HttpResponse<String> report = pages.post("/reports?month=2021-02", Map.of("place", "DRIVE"));
		assertThat(report.statusCode()).isEqualTo(302);
		await().until(() -> !drive.files().isEmpty());
	}

	/**
	 * Another client of PgBouncer gets the sessions of the application. Liquibase may
	 * leave a search path, which finds the same tables: after a change set without a
	 * transaction, it sets the path for its session.
	 */
	@Test
	void leavesNothingInSessions() {
		pages.get("/history");
		assertThat(bouncer.database()
			.jdbc()
			.sql("""
					SELECT name FROM pg_settings
					WHERE source = 'session'
					    AND name NOT IN ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'extra_float_digits',
					        'search_path')
					""")
			.query(String.class)
			.list()).isEmpty();
		assertThat(server.administrator().jdbc().sql("""
				SELECT count(*) FROM pg_locks AS l
				JOIN pg_stat_activity AS a USING (pid)
				WHERE l.locktype = 'advisory' AND a.state = 'idle'
				""").query(Long.class).single()).isZero();
	}

	private static long create(String name) {
		return api.post("/segments/create", "{\"name\": \"%s\"}".formatted(name)).json().get("id").asLong();
	}

}
