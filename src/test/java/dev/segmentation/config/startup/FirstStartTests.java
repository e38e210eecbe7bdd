package dev.segmentation.config.startup;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Pages;
import dev.segmentation.support.ProcessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first start of the application, without any settings.
 */
@ProcessTest
class FirstStartTests {

	private static final Pattern READY = Pattern.compile("""
			\\S+ \\S+ INFO  - - PostgresPrograms: Unpacking PostgreSQL in \\S+
			\\S+ \\S+ INFO  - - DataDirectory: Creating the database in \\S+
			\\S+ \\S+ INFO  - - MigrationListener: Bringing the tables of the database up to date
			\\S+ \\S+ INFO  - - ReadyMessage: Dynamic User Segmentation is ready\\.

			  Open        http://localhost:\\d+/
			  Sign in as  admin, password (\\S+) \\(generated, shown only once\\)
			  Data        (\\S+) \\(embedded PostgreSQL\\)
			""");

	private static final String CHOSEN = "fluent otter 73 lamps";

	@TempDir
	Path folder;

	@Test
	void printsThePasswordOnceAndKeepsTheDataForTheNextStart() {
		String password;
		try (ApplicationProcess first = ApplicationProcess.start(this.folder, Map.of()).awaitReady()) {
			Matcher ready = READY.matcher(first.output().strip() + "\n");
			assertThat(ready.matches()).as(first.output()).isTrue();
			password = ready.group(1);
			assertThat(ready.group(2)).isEqualTo(this.folder.resolve("data", "postgres").toString());
			changePassword(new Pages(first.api()), password);
			Api api = first.api().as("admin", CHOSEN);
			assertThat(api.post("/segments/create", "{\"name\": \"KEPT\"}").status()).isEqualTo(201);
			assertIsUp(first.api());
			assertShowsItsDataFolder(new Pages(first.api()).signIn("admin", CHOSEN));
		}
		try (ApplicationProcess second = ApplicationProcess.start(this.folder, Map.of()).awaitReady()) {
			assertThat(second.output()).doesNotContain(password, "generated");
			Api api = second.api().as("admin", CHOSEN);
			assertThat(api.get("/segments/").json().get("segments").get(0).get("name").asString()).isEqualTo("KEPT");
		}
	}

	/** Others may have read the printed password, so nothing else is possible with it. */
	private static void changePassword(Pages admin, String printed) {
		assertThat(admin.post("/login", Map.of("username", "admin", "password", printed)).statusCode()).isEqualTo(302);
		assertThat(admin.get("/").headers().firstValue("Location")).hasValue("/password");
		admin.postFrom(admin.get("/password"), "/password", Map.of("password", CHOSEN, "again", CHOSEN));
	}

	private static void assertShowsItsDataFolder(Pages admin) {
		assertThat(admin.get("/actuator/prometheus", "Accept", "text/plain").body())
			.containsPattern("segmentation_data_folder_bytes [1-9.E]+")
			.containsPattern("segmentation_data_folder_free_bytes [1-9.E]+")
			.containsPattern("segmentation_disk_free_ratio\\{[^}]*disk=\"data\"[^}]*} 0\\.\\d+");
	}

	private static void assertIsUp(Api api) {
		assertThat(api.callBytes("GET", "/ping", null).body()).isEqualTo("{\"message\":\"pong\"}");
		assertThat(api.callBytes("GET", "/actuator/health/liveness", null).body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(api.callBytes("GET", "/actuator/health/readiness", null).body()).isEqualTo("{\"status\":\"UP\"}");
		assertThat(api.callBytes("GET", "/actuator/health", null).status()).isEqualTo(200);
	}

}
