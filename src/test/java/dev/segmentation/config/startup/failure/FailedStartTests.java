package dev.segmentation.config.startup.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.FailedStart;
import dev.segmentation.support.ProcessTest;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every failure that a user can cause ends the start with one sentence and a non-zero
 * exit code. Most starts share a process. A taken port, the last thing that can fail, and
 * a replica ({@code ReplicaTests}), the first, show the exit code of a process.
 */
@ProcessTest
class FailedStartTests {

	@TempDir
	Path folder;

	@Test
	void refusesAFolderThatAnotherInstanceUses() {
		// The tests' own server has locked it.
		TestDatabases.createEmpty();
		Path taken = Path.of("target", "test-database").toAbsolutePath();
		assertFails(Map.of("SEGMENTATION_DATA_DIR", taken.toString()), """
				Another instance is already running on the data folder %s: stop it, or choose another folder with \
				SEGMENTATION_DATA_DIR.""".formatted(taken));
	}

	@Test
	void refusesAFolderThatCannotBeWrittenTo() throws IOException {
		Path inAFile = Files.createFile(this.folder.resolve("file")).resolve("data");
		assertFails(Map.of("SEGMENTATION_DATA_DIR", inAFile.toString()),
				"""
						The data folder %s cannot be written to: give the user %s write permission, or choose another folder with \
						SEGMENTATION_DATA_DIR."""
					.formatted(inAFile, System.getProperty("user.name")));
	}

	@Test
	void refusesATakenPortAndStopsItsServer() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			FailedStart start = FailedStart.of(this.folder,
					Map.of("SERVER_PORT", String.valueOf(taken.getLocalPort())));
			assertThat(start.output()).endsWith("""

					Port %d is already in use. Stop the program that uses it, or set another port with \
					SERVER_PORT.""".formatted(taken.getLocalPort()));
			assertThat(start.exitCode()).isNotZero();
		}
		EmbeddedServer server = new EmbeddedServer(this.folder.resolve("data", "postgres"));
		assertThat(server.folder()).isDirectory();
		assertThat(server.isRunning()).isFalse();
	}

	@Test
	void reportsAnUnavailableDatabase() throws IOException {
		String url;
		try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			url = "jdbc:postgresql://127.0.0.1:%d/segmentation".formatted(closedSoon.getLocalPort());
		}
		assertFails(Map.of("SPRING_DATASOURCE_URL", url + "?password=secret"),
				"The database %s does not respond. Start it, or correct SPRING_DATASOURCE_URL.".formatted(url));
	}

	@Test
	void reportsAWrongPassword() {
		TestDatabase database = TestDatabases.createEmpty();
		assertFails(named(database.url(), database.user(), "wrong"), """
				The database %s rejects the user. Correct SPRING_DATASOURCE_USERNAME and \
				SPRING_DATASOURCE_PASSWORD.""".formatted(database.url()));
	}

	@Test
	void reportsAMissingDatabase() {
		TestDatabase server = TestDatabases.createEmpty();
		String url = server.url() + "_which_nobody_made";
		assertFails(named(url, server.user(), server.password()),
				"The database %s does not exist. Create it, or correct SPRING_DATASOURCE_URL.".formatted(url));
	}

	@Test
	void refusesTheUrlOfAnotherDatabase() {
		assertFails(Map.of("SPRING_DATASOURCE_URL", "postgres://user:secret@localhost/segmentation"), """
				SPRING_DATASOURCE_URL is not a PostgreSQL URL. Write it as jdbc:postgresql://host:5432/name, without \
				user and password.""");
	}

	@Test
	void rejectsAnInvalidDriveKey() {
		TestDatabase database = TestDatabases.create();
		Map<String, String> environment = new HashMap<>(named(database.url(), database.user(), database.password()));
		environment.put("GDRIVE_CREDENTIALS", "key.json");
		assertFails(environment, """
				The key file %s, which GDRIVE_CREDENTIALS names, does not exist: put \
				the key there, or correct the setting.""".formatted(FailedStart.sharedFolder().resolve("key.json")));
	}

	@Test
	void namesTheCertificateThatItCannotRead() {
		TestDatabase database = TestDatabases.create();
		Map<String, String> environment = new HashMap<>(named(database.url(), database.user(), database.password()));
		environment.put("SERVER_SSL_CERTIFICATE", "/missing.pem");
		environment.put("SERVER_SSL_CERTIFICATE_PRIVATE_KEY", "/missing.key");
		assertFails(environment, """
				HTTPS cannot start. Check the certificate and the key in the settings server.ssl: \
				/missing.pem.""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					SERVER_PORT                 | abc   | The setting server.port has the invalid value "abc". It must be a whole number.
					MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT | here | MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT has the invalid value "here". It must be an address such as http://localhost:4318/v1/traces.
					""")
	void namesTheInvalidSettingBeforeItMigrates(String variable, String value, String sentence) {
		TestDatabase database = TestDatabases.createEmpty();
		assertFails(Map.of(variable, value, "SPRING_DATASOURCE_URL", database.url(), "SPRING_DATASOURCE_USERNAME",
				database.user(), "SPRING_DATASOURCE_PASSWORD", database.password()), sentence);
		assertThat(database.jdbc().sql("SELECT to_regclass('databasechangelog') IS NULL").query(Boolean.class).single())
			.isTrue();
	}

	@Test
	void refusesAWeakPasswordForTheFirstAdministrator() {
		TestDatabase database = TestDatabases.createEmpty();
		Map<String, String> environment = new HashMap<>(named(database.url(), database.user(), database.password()));
		environment.put("SEGMENTATION_ADMIN_PASSWORD", "short");
		FailedStart start = FailedStart.inSharedProcess(environment);
		assertThat(start.output()).endsWith("\nSEGMENTATION_ADMIN_PASSWORD must have 12 to 64 characters.")
			.doesNotContain("Exception");
		assertThat(start.exitCode()).isNotZero();
	}

	/** The shell makes a Cyrillic folder, whatever the encoding of the tests is. */
	@Test
	void refusesAFolderWhoseNameItCannotRead() throws Exception {
		String script = "mkdir \"$(printf '\\320\\272')\" && cd \"$(printf '\\320\\272')\" && LC_ALL=C exec \"$@\"";
		List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
		command.addAll(ApplicationProcess.command());
		Process start = new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true).start();
		assertThat(start.inputReader().readAllAsString()).isEqualToIgnoringNewLines("""
				The path of the current folder has characters that the system's encoding ANSI_X3.4-1968 does not have. \
				Start the program with LC_ALL=C.UTF-8.""");
		assertThat(start.waitFor()).isOne();
		try (Stream<Path> folders = Files.list(this.folder)) {
			assertThat(folders).singleElement().satisfies((own) -> assertThat(own).isEmptyDirectory());
		}
	}

	@Test
	void logsAnUnexpectedFailureWithItsStackTrace() {
		TestDatabase database = TestDatabases.create();
		database.jdbc().sql("DROP TABLE accounts CASCADE").update();
		FailedStart start = FailedStart.inSharedProcess(named(database.url(), database.user(), database.password()));
		assertThat(start.exitCode()).isNotZero();
		assertThat(start.output()).contains("Exception", "\tat ", "accounts");
	}

	private static Map<String, String> named(String url, String user, String password) {
		return Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_USERNAME", user, "SPRING_DATASOURCE_PASSWORD",
				password);
	}

	private static void assertFails(Map<String, String> environment, String sentence) {
		FailedStart start = FailedStart.inSharedProcess(environment);
		assertThat(start.output()).isEqualTo(sentence);
		assertThat(start.exitCode()).isNotZero();
	}

}
