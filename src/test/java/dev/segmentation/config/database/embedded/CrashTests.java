package dev.segmentation.config.database.embedded;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.EmbeddedServer;
import dev.segmentation.support.KeptConnection;
import dev.segmentation.support.PreparedFolder;
import dev.segmentation.support.ProcessTest;
import dev.segmentation.support.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The application on its embedded PostgreSQL, killed and restarted in the same folder.
 */
@ProcessTest
class CrashTests {

	private static final String PASSWORD = PreparedFolder.PASSWORD;

	private static final int WRITES = 50;

	@TempDir
	static Path folder;

	static EmbeddedServer server;

	static ApplicationProcess application;

	static @Nullable String token;

	@BeforeAll
	static void startForTheFirstTime() {
		server = new EmbeddedServer(folder.resolve("data", "postgres"));
		PreparedFolder.copyTo(server.folder());
		application = start();
		token = api().as("admin", PASSWORD).token();
	}

	static ApplicationProcess start() {
		return ApplicationProcess.start(folder, Map.of("SEGMENTATION_ADMIN_PASSWORD", PASSWORD)).awaitReady();
	}

	/** All tests use the token of the first start, which stays valid. */
	static Api api() {
		return application.api().withToken(token);
	}

	static JdbcClient jdbc() {
		return server.database().jdbc();
	}

	@AfterEach
	void membershipsAndHistoryAgree() {
		assertThat(server.database().historyMismatches()).isEmpty();
	}

	@AfterAll
	static void stop() {
		application.close();
		assertThat(server.isRunning()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fsync", "synchronous_commit", "full_page_writes" })
	void enablesDurability(String setting) {
		assertThat(jdbc().sql("SHOW " + setting).query(String.class).single()).isEqualTo("on");
	}

	@Test
	void keepsCommittedDataFinishesAMigrationAndExpiresMembershipsWhenItIsKilled() {
		long user = Sql.addUser(jdbc());
		long segment = Sql.addSegment(jdbc());
		try (Writers writers = Writers.start(api(), server.database())) {
			writers.awaitAcknowledged(WRITES);
			interruptAMigration();
			OffsetDateTime expiry = addForThreeSeconds(user, segment);
			application.kill();
			application.awaitExit();
			writers.stop();
			assertThat(server.isRunning()).as("the server is left over").isTrue();
			application = start();
			writers.verify(server.database());
			await().untilAsserted(() -> assertThat(expiries(user)).containsExactly(expiry));
			assertThat(isMigrated()).isTrue();
			assertThat(application.output()).doesNotContain(PASSWORD).contains("Sign in as  admin, or any");
		}
	}

	@Test
	void keepsCommittedDataWhenItsServerIsKilledToo() {
		try (Writers writers = Writers.start(api(), server.database())) {
			writers.awaitAcknowledged(WRITES);
			server.kill();
			application.kill();
			application.awaitExit();
			writers.stop();
			application = start();
			writers.verify(server.database());
		}
	}

	@Test
	void restartsItsServerAfterAKill() {
		try (Writers writers = Writers.start(api(), server.database())) {
			for (int kill = 0; kill < 3; kill++) {
				writers.awaitAcknowledged(WRITES);
				server.kill();
			}
			writers.awaitAcknowledged(WRITES);
			writers.stop();
			writers.verify(server.database());
		}
	}

	@Test
	void finishesRunningRequestsBeforeItEnds() throws Exception {
		long user = Sql.addUser(jdbc());
		long segment = Sql.addSegment(jdbc());
		CompletableFuture<Answer> running;
		try (var connection = server.database().connect(); var statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("SELECT FROM segments WHERE id = %d FOR UPDATE".formatted(segment));
			running = CompletableFuture.supplyAsync(() -> add(user, segment, ""));
			await().until(() -> isWaitedFor());
			terminateWhileABalancerIsConnected();
			await().until(() -> !takesConnections());
			connection.rollback();
		}
		assertThat(running.join().status()).isEqualTo(201);
		assertThat(application.awaitExit()).isNotZero();
		assertThat(server.isRunning()).isFalse();
		assertThat(application.output()).doesNotContain("ERROR", "Exception");
		application = start();
		assertThat(api().get("/segments/active_users/?segment_id=" + segment).json().get("users")).hasSize(1);
	}

	/** The state after a killed start: a pending change set, and the lock. */
	private static void interruptAMigration() {
		jdbc().sql("DELETE FROM databasechangelog WHERE id = 'history_mismatches'").update();
		jdbc().sql("UPDATE databasechangeloglock SET locked = true, lockedby = 'a killed start', lockgranted = now()")
			.update();
	}

	private static boolean isMigrated() {
		return jdbc().sql("""
				SELECT EXISTS (SELECT FROM databasechangelog WHERE id = 'history_mismatches') AND NOT locked
				FROM databasechangeloglock
				""").query(Boolean.class).single();
	}

	private static OffsetDateTime addForThreeSeconds(long user, long segment) {
		assertThat(add(user, segment, "3s").status()).isEqualTo(201);
		return jdbc().sql("SELECT expires_at FROM memberships WHERE user_id = :user")
			.param("user", user)
			.query(OffsetDateTime.class)
			.single();
	}

	private static List<OffsetDateTime> expiries(long user) {
		return jdbc().sql("SELECT date FROM operations WHERE type = 'deleted' AND user_ids = ARRAY[:user]")
			.param("user", user)
			.query(OffsetDateTime.class)
			.list();
	}

	private static Answer add(long user, long segment, String ttl) {
		return api().post("/operations/add_segments",
				"{\"user_id\": %d, \"segment_ids\": [%d], \"ttl\": \"%s\"}".formatted(user, segment, ttl));
	}

	/** The application answers on the open connection, and closes it with an answer. */
	private static void terminateWhileABalancerIsConnected() {
		try (KeptConnection kept = KeptConnection.to(api())) {
			assertThat(kept.head("/ping")).contains("HTTP/1.1 200 ").doesNotContain("Connection: close");
			application.terminate();
			await().pollDelay(Duration.ZERO).until(() -> {
				List<String> answer = kept.head("/ping");
				assertThat(answer).contains("HTTP/1.1 200 ");
				return answer.contains("Connection: close");
			});
		}
	}

	private static boolean isWaitedFor() {
		return jdbc().sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
			.query(Long.class)
			.single() > 0;
	}

	private static boolean takesConnections() {
		try {
			return api().get("/segments/").status() == 200;
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

}
