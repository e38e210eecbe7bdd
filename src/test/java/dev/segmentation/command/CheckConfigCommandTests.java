package dev.segmentation.command;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CheckConfigCommandTests {

	private static final String VALID = "The settings are valid, and the database and the ports can be used.";

	@TempDir
	Path folder;

	@Test
	void acceptsValidSettings() {
		assertThat(CommandRun.on(TestDatabases.create(), "check-config", "--server.port=0",
				"--segmentation.admin.password=short"))
			.isEqualTo(new CommandRun(0, VALID + "\n", ""));
	}

	@Test
	void namesEachInvalidSettingAndNoSecret() {
		CommandRun check = CommandRun.of("check-config", "--segmentation.jwt.access-ttl=soon",
				"--segmentation.jwt.refresh-ttl=-1h", "--segmentation.jwt.key=secret1", "--segmentation.expiry.batch=0",
				"--segmentation.expiry.interval=0s", "--segmentation.sign-up=nobody",
				"--spring.datasource.password=secret2", "--server.port=70000", "--segmentation.drive.share=all",
				"--management.tracing.sampling.probability=7", "--management.server.port=abc",
				"--server.tomcat.accesslog.enabled=maybe", "--segmentation.log.slow-request=-1s",
				"--segmentation.docs.enabled=maybe", "--segmentation.reports.keep=7",
				"--segmentation.database.answer-timeout=0s");
		assertThat(check.exitCode()).isOne();
		assertThat(check.err().lines()).contains(
				"The setting segmentation.jwt.access-ttl has the invalid value \"soon\". It must be a duration with a unit, such as 500ms, 15m or 720h.",
				"The setting segmentation.sign-up has the invalid value \"nobody\". It must be members or open or closed.",
				"The setting server.port has the invalid value \"70000\". It must be from 0 to 65535.",
				"The setting management.server.port has the invalid value \"abc\". It must be a whole number.",
				"The setting server.tomcat.accesslog.enabled has the invalid value \"maybe\". It must be true or false.",
				"The setting segmentation.docs.enabled has the invalid value \"maybe\". It must be true or false.",
				"The setting segmentation.log.slow-request has the invalid value \"-1s\". It must not be negative.",
				"The setting segmentation.database.answer-timeout has the invalid value \"0s\". It must be at least 1s.",
				"The setting segmentation.reports.keep has the invalid value \"7\". It must be a duration with a unit, such as 500ms, 15m or 720h.",
				"MANAGEMENT_TRACING_SAMPLING_PROBABILITY has the invalid value \"7.0\". It must be from 0 to 1.",
				"SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.");
		assertThat(check.err())
			.contains("SEGMENTATION_JWT_KEY must be at least 32 bytes in base64.",
					"The setting segmentation.expiry.batch has the invalid value \"0\". It must be from 1 to 1000000.",
					"The setting segmentation.expiry.interval has the invalid value \"0s\". It must be longer than 0s.")
			.doesNotContain("secret1", "secret2", "Exception");
	}

	@Test
	void readsTheKeyOfDriveAndTriesThePortOfTheMetrics() throws IOException {
		Path key = this.folder.resolve("key.json");
		try (ServerSocket taken = new ServerSocket(0)) {
			CommandRun check = CommandRun.on(TestDatabases.create(), "check-config", "--server.port=0",
					"--management.server.port=" + taken.getLocalPort(), "--segmentation.drive.credentials=" + key);
			assertThat(check.err().lines()).containsExactly(
					"The key file %s, which GDRIVE_CREDENTIALS names, does not exist: put the key there, or correct the setting."
						.formatted(key),
					"Port %d cannot be opened (Address already in use). Set another port with MANAGEMENT_SERVER_PORT."
						.formatted(taken.getLocalPort()));
			assertThat(check.exitCode()).isOne();
		}
	}

	@Test
	void refusesAnAddressOfADatabaseWithoutAPort() {
		assertThat(CommandRun.of("check-config", "--server.port=0",
				"--spring.datasource.url=jdbc:postgresql://127.0.0.1:abc/segmentation"))
			.isEqualTo(new CommandRun(1, "",
					"""
							SPRING_DATASOURCE_URL is not a PostgreSQL URL. Write it as jdbc:postgresql://host:5432/name, without \
							user and password."""));
	}

	@Test
	void refusesADatabaseThatIsNotInUtf8() {
		TestDatabase server = TestDatabases.createEmpty();
		server.jdbc().sql("""
				CREATE DATABASE test_ascii ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0
				""").update();
		String url = server.url().replaceFirst("/[^/]*$", "/test_ascii");
		assertThat(CommandRun
			.on(new TestDatabase(url, server.user(), server.password()), "check-config", "--server.port=0")).isEqualTo(
					new CommandRun(1, "", "The database has the encoding SQL_ASCII. Create it with ENCODING 'UTF8'."));
	}

	@Test
	void refusesARoleThatCannotMigrate() {
		TestDatabase database = TestDatabases.create();
		database.jdbc().sql("DROP ROLE IF EXISTS checker").update();
		database.jdbc().sql("CREATE ROLE checker LOGIN PASSWORD 'checker'").update();
		CommandRun check = CommandRun.on(new TestDatabase(database.url(), "checker", "checker"), "check-config",
				"--server.port=0");
		assertThat(check.err().lines()).containsExactly(
				"The database does not allow the user checker to create tables. Make the user its owner.",
				"The table account_links does not belong to the user checker. Use the user that created the tables.");
		assertThat(check.exitCode()).isOne();
	}

	@Test
	void reportsDatabaseAndPortTogether() throws IOException {
		TestDatabase database = TestDatabases.createEmpty();
		try (ServerSocket taken = new ServerSocket(0)) {
			CommandRun check = CommandRun.on(new TestDatabase(database.url(), database.user(), "wrong"), "check-config",
					"--server.port=" + taken.getLocalPort());
			assertThat(check.err().lines()).containsExactly(
					"The database %s rejects the user. Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
						.formatted(database.url()),
					"Port %d cannot be opened (Address already in use). Set another port with SERVER_PORT."
						.formatted(taken.getLocalPort()));
			assertThat(check.exitCode()).isOne();
		}
	}

	@Test
	void createsNoDatabase() throws IOException {
		Path data = this.folder.resolve("data");
		assertThat(CommandRun.of("check-config", "--server.port=0", "--segmentation.data-dir=" + data))
			.isEqualTo(new CommandRun(0,
					"The first start creates a database in the data folder %s.\n%s\n".formatted(data, VALID), ""));
		assertThat(data).doesNotExist();
		assertThat(CommandRun
			.of("check-config", "--server.port=0", "--segmentation.data-dir=" + data,
					"--segmentation.admin.password=short")
			.err()).isEqualTo("SEGMENTATION_ADMIN_PASSWORD must have 12 to 64 characters.");
		Path inAFile = Files.createFile(this.folder.resolve("file")).resolve("data");
		assertThat(CommandRun.of("check-config", "--server.port=0", "--segmentation.data-dir=" + inAFile))
			.isEqualTo(new CommandRun(1, "",
					"The data folder %s cannot be written to. Set another folder with SEGMENTATION_DATA_DIR."
						.formatted(inAFile)));
	}

}
