package dev.segmentation.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.config.database.embedded.Writers;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.PreparedFolder;
import dev.segmentation.support.ProcessTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A backup under load, and what a user does with it: restores it, and moves the restored
 * database to a server. Each step uses the result of the step before.
 */
@ProcessTest
@TestMethodOrder(OrderAnnotation.class)
class BackupCommandTests {

	private static final String PASSWORD = PreparedFolder.PASSWORD;

	@TempDir
	static Path folder;

	static Path backup;

	static EmbeddedServer server;

	static EmbeddedServer restored;

	static ApplicationProcess application;

	/** What was confirmed before the end of the backup. */
	static Set<Long> acknowledged = Set.of();

	@BeforeAll
	static void start() {
		server = new EmbeddedServer(folder.resolve("data", "postgres"));
		restored = new EmbeddedServer(folder.resolve("restored"));
		backup = folder.resolve("backup");
		PreparedFolder.copyTo(server.folder());
		application = ApplicationProcess.start(folder, Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD)).awaitReady();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	@Order(1)
	void copiesTheDatabaseUnderLoad() throws Exception {
		try (Writers writers = Writers.start(application.api().as("admin", PASSWORD), server.database())) {
			writers.awaitAcknowledged(20);
			StringWriter err = new StringWriter();
			PrintWriter out = new PrintWriter(new StringWriter()) {

				/** The copying of files has begun, and the backup has not ended. */
				@Override
				public void println(String line) {
					if (acknowledged.isEmpty() && line.startsWith("Copied ")) {
						writers.awaitAcknowledged(20);
						acknowledged = writers.acknowledged();
					}
				}

			};
			int exitCode = Commands.run(out, new PrintWriter(err, true), "backup", "--to=" + backup,
					"--segmentation.data-dir=" + server.folder());
			assertThat(err.toString()).isEmpty();
			assertThat(exitCode).isZero();
			writers.stop();
		}
		assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(40);
		assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
		assertThat(server.database().jdbc().sql("SELECT count(*) FROM pg_replication_slots").query(Long.class).single())
			.isZero();
	}

	@Test
	@Order(2)
	void refusesAFolderWithFiles() throws IOException {
		assertThat(run(server, "backup", "--to=" + backup)).isEqualTo(new CommandRun(1, "",
				"%s is not an empty folder: choose a new folder for each backup.".formatted(backup)));
		Path interrupted = Files.createDirectories(folder.resolve("interrupted").resolve("cluster")).getParent();
		assertThat(run(server, "backup", "--to=" + interrupted).err()).isEqualTo(
				"The backup in %s is running or was interrupted: choose a new folder for each backup.", interrupted);
		Path link = Files.createSymbolicLink(folder.resolve("link"), server.folder()).resolve("inside");
		assertThat(run(server, "backup", "--to=" + link).err())
			.isEqualTo("%s is in the data folder: choose a folder outside it.", link);
	}

	/**
	 * A limit of the size of files, like a full disk, lets writing fail at the log. The
	 * JVM would try to write its archive of classes too.
	 */
	@Test
	@Order(3)
	void removesWhatItWroteWhenTheDiskIsFull() throws Exception {
		Path full = folder.resolve("full");
		String command = ApplicationProcess
			.command("backup", "--to=" + full, "--segmentation.data-dir=" + server.folder())
			.stream()
			.filter((word) -> !word.contains("SharedArchive"))
			.map((word) -> "'%s'".formatted(word))
			.collect(Collectors.joining(" ", "ulimit -f 8192; exec ", ""));
		Path output = folder.resolve("full.log");
		int exitCode = new ProcessBuilder("bash", "-c", command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start()
			.waitFor();
		assertThat(exitCode).isOne();
		assertThat(Files.readString(output))
			.endsWith("The backup in %s failed and was removed (File too large). Correct the cause, then try again.\n"
				.formatted(full));
		assertThat(full).doesNotExist();
		assertThat(server.database().historyMismatches()).isEmpty();
	}

	@Test
	@Order(4)
	void refusesADamagedBackup() throws IOException {
		Path file = backup.resolve("cluster/PG_VERSION");
		byte[] content = Files.readAllBytes(file);
		Files.writeString(file, "17\n");
		assertDamaged("the file cluster/PG_VERSION was changed");
		Files.delete(file);
		assertDamaged("the file cluster/PG_VERSION is missing");
		Files.write(file, content);
		Path surplus = Files.createFile(backup.resolve("cluster/recovery.signal"));
		assertDamaged("the file cluster/recovery.signal does not belong to it");
		Files.delete(surplus);
		assertThat(run(restored, "restore", "--from=" + folder).err())
			.isEqualTo("There is no complete backup in %s: the file manifest.json is missing.".formatted(folder));
		assertThat(restored.folder().resolve("cluster")).doesNotExist();
	}

	private static void assertDamaged(String reason) {
		assertThat(run(restored, "restore", "--from=" + backup).err())
			.isEqualTo("The backup in %s is damaged: %s. Use another backup.".formatted(backup, reason));
	}

	@Test
	@Order(5)
	void restoresTheDatabaseOnceOnly() {
		CommandRun restore = run(restored, "restore", "--from=" + backup);
		assertThat(restore.err()).isEmpty();
		assertThat(restore.out()).contains("The database has 4 users, 4 segments and ")
			.endsWith("The backup was restored.\n");
		assertThat(restored.isRunning()).isFalse();
		assertThat(run(restored, "restore", "--from=" + backup).err())
			.startsWith("There is a database in the data folder %s already, and it was not changed: "
				.formatted(restored.folder()));
	}

	@Test
	@Order(6)
	void movesTheDatabaseToAServerInOneTransaction() {
		TestDatabase target = target();
		target.jdbc().sql("ALTER TABLE operations ADD CONSTRAINT failure CHECK (id < 0)").update();
		assertThat(export(target)).contains("The export failed and was rolled back (ERROR: new row for relation ")
			.endsWith("Correct the cause, then try again.\n");
		assertThat(target.jdbc().sql("SELECT count(*) FROM memberships").query(Long.class).single()).isZero();
		target.jdbc().sql("ALTER TABLE operations DROP CONSTRAINT failure").update();
		assertThat(export(target)).contains("To use the new database, set SPRING_DATASOURCE_URL=" + target.url());
		verify(target);
		assertThat(export(target)).endsWith(
				"The database %s has rows in the table accounts, and nothing was changed. Export to an empty database.\n"
					.formatted(target.url()));
	}

	private static void verify(TestDatabase target) {
		JdbcClient jdbc = target.jdbc();
		assertThat(Set.copyOf(jdbc.sql("SELECT id FROM operations").query(Long.class).list()))
			.containsAll(acknowledged);
		assertThat(target.historyMismatches()).isEmpty();
		assertThat(target.sizeMismatches()).isEmpty();
		assertThat(jdbc.sql("SELECT count(*) FROM pg_trigger WHERE tgenabled = 'D'").query(Long.class).single())
			.isZero();
		// The sequences continue, and the triggers work.
		Sql.addMemberships(jdbc, Sql.addUser(jdbc), Sql.addSegment(jdbc));
		assertThat(target.historyMismatches()).isEmpty();
		assertThat(jdbc.sql("SELECT count(*) FROM operations_default").query(Long.class).single()).isZero();
	}

	/** A migrated database of a role that is no superuser. */
	private static TestDatabase target() {
		TestDatabase empty = TestDatabases.createEmpty();
		empty.jdbc().sql("DROP ROLE IF EXISTS mover").update();
		empty.jdbc().sql("CREATE ROLE mover LOGIN PASSWORD 'mover'").update();
		empty.jdbc().sql("ALTER DATABASE %s OWNER TO mover".formatted(empty.url().replaceFirst(".*/", ""))).update();
		TestDatabase target = new TestDatabase(empty.url(), "mover", "mover");
		TestDatabases.migrate(target);
		return target;
	}

	private static String export(TestDatabase target) {
		ApplicationProcess export = ApplicationProcess.startShort(folder, Map.of("SEGMENTATION_EXPORT_PASSWORD",
				target.password(), "SEGMENTATION_DATA_DIR", restored.folder().toString()), "export-to", target.url(),
				"--user=" + target.user());
		export.awaitExit();
		return export.output();
	}

	private static CommandRun run(EmbeddedServer server, String... arguments) {
		return CommandRun
			.of(Stream.concat(Stream.of(arguments), Stream.of("--segmentation.data-dir=" + server.folder()))
				.toArray(String[]::new));
	}

}
