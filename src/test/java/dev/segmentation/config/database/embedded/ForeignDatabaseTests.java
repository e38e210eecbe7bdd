package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Pages;
import dev.segmentation.support.ProcessTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of the application, started at the same time on an external server.
 */
@ProcessTest
class ForeignDatabaseTests {

	private static final String PASSWORD = "correct horse";

	@TempDir
	static Path folder;

	static PostgresServer server;

	static int port;

	static List<ApplicationProcess> applications;

	@BeforeAll
	static void start() throws IOException {
		Path password = Files.writeString(folder.resolve("password"), "secret");
		server = new PostgresServer(PostgresPrograms.unpack(Path.of("target", "test-programs").toAbsolutePath()),
				folder.resolve("server"), folder.resolve("server.log"));
		server.makeCluster(password);
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		server.start(port);
		Map<String, String> environment = Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD, "SPRING_DATASOURCE_URL",
				"jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "SPRING_DATASOURCE_USERNAME", "postgres",
				"SPRING_DATASOURCE_PASSWORD", "secret", "LIQUIBASE_CHANGELOG_LOCK_POLL_RATE", "1");
		applications = Stream.generate(() -> ApplicationProcess.start(folder, environment)).limit(2).toList();
		applications.forEach(ApplicationProcess::awaitReady);
	}

	@AfterEach
	void comeBack() {
		if (!server.isRunning()) {
			server.start(port);
		}
	}

	@AfterAll
	static void stop() {
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
			.allMatch((output) -> output
				.contains("Data        jdbc:postgresql://127.0.0.1:%d/postgres\n".formatted(port)))
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
		Api first = applications.get(0).api().as("admin", PASSWORD);
		Api second = applications.get(1).api().withToken(first.token());
		assertThat(second.get("/segments/").status()).isEqualTo(200);
	}

	@Test
	void sharesSessionsBetweenInstances() {
		Pages first = new Pages(applications.get(0).api()).signIn("admin", PASSWORD);
		Pages second = first.at(applications.get(1).api());
		assertThat(second.get("/segments").statusCode()).isEqualTo(200);
		assertThat(second.post("/logout", Map.of()).statusCode()).isEqualTo(302);
		assertThat(first.get("/segments").headers().firstValue("Location")).hasValue("/login?back=%2Fsegments");
	}

	@Test
	void reportsAnUnavailableDatabaseAndRecovers() {
		Api api = applications.getFirst().api().as("admin", PASSWORD);
		assertThat(api.get("/segments/").status()).isEqualTo(200);
		server.stop();
		Answer away = api.get("/segments/");
		assertThat(away.status()).as(() -> applications.getFirst().output()).isEqualTo(503);
		assertThat(away.body()).isEqualTo("{\"error\":\"service unavailable\"}");
		Answer signIn = api.post("/users/sign-in", "{\"login\": \"admin\", \"password\": \"%s\"}".formatted(PASSWORD));
		assertThat(signIn.status()).isEqualTo(503);
		assertThat(signIn.error()).isEqualTo("service unavailable");
		assertThat(outside(api, "/ping")).isEqualTo(200);
		assertThat(outside(api, "/actuator/health/liveness")).isEqualTo(200);
		assertThat(outside(api, "/actuator/health/readiness")).isEqualTo(503);
		server.start(port);
		// The pool tries again every few seconds, which may be just longer than a call
		// waits.
		await().atMost(Duration.ofSeconds(30)).until(() -> api.get("/segments/").status() == 200);
		assertThat(outside(api, "/actuator/health/readiness")).isEqualTo(200);
		assertThat(applications.getFirst().output()).doesNotContain("\tat ");
	}

	private static int outside(Api api, String path) {
		return api.callBytes("GET", path, null).status();
	}

}
