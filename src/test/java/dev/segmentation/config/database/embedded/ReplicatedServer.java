package dev.segmentation.config.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.segmentation.support.Postmaster;
import dev.segmentation.support.TestDatabase;

import static org.awaitility.Awaitility.await;

/**
 * A PostgreSQL server and a streaming replica of it.
 */
public final class ReplicatedServer implements AutoCloseable {

	private static final String PASSWORD = "secret";

	private final Path replicaCluster;

	private final PostgresServer primary;

	private final PostgresServer replica;

	private final int primaryPort = freePort();

	private final int replicaPort = freePort();

	private ReplicatedServer(Path folder) {
		try {
			PostgresPrograms programs = PostgresPrograms.unpack(Path.of("target", "test-programs").toAbsolutePath());
			Path cluster = folder.resolve("primary");
			this.primary = new PostgresServer(programs, cluster, folder.resolve("primary.log"));
			this.primary.makeCluster(Files.writeString(folder.resolve("password"), PASSWORD));
			this.primary.start(this.primaryPort);
			this.replicaCluster = folder.resolve("replica");
			this.replica = new PostgresServer(programs, this.replicaCluster, folder.resolve("replica.log"));
			BaseBackup.take(primary(), cluster, this.replicaCluster);
			follow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void follow() throws IOException {
		Files.createFile(this.replicaCluster.resolve("standby.signal"));
		Files.writeString(this.replicaCluster.resolve("postgresql.auto.conf"),
				"primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'%nhot_standby_feedback = on%n"
					.formatted(this.primaryPort, PostgresServer.USER, PASSWORD),
				StandardOpenOption.APPEND);
		startReplica();
	}

	/**
	 * Starts both servers in a folder.
	 */
	public static ReplicatedServer start(Path folder) {
		return new ReplicatedServer(folder);
	}

	public TestDatabase primary() {
		return database(this.primaryPort);
	}

	public TestDatabase replica() {
		return database(this.replicaPort);
	}

	/**
	 * The settings of an application that uses both, as environment variables.
	 */
	public Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("SPRING_DATASOURCE_URL", primary().url());
		environment.put("SPRING_DATASOURCE_USERNAME", primary().user());
		environment.put("SPRING_DATASOURCE_PASSWORD", primary().password());
		environment.put("SEGMENTATION_REPLICA_URL", replica().url());
		return environment;
	}

	/**
	 * Stops replay; the replica still answers reads.
	 */
	public void pauseReplay() {
		replica().jdbc().sql("SELECT pg_wal_replay_pause()").query().singleRow();
		await().until(() -> replica().jdbc()
			.sql("SELECT pg_get_wal_replay_pause_state() = 'paused'")
			.query(Boolean.class)
			.single());
	}

	public void resumeReplay() {
		replica().jdbc().sql("SELECT pg_wal_replay_resume()").query().singleRow();
	}

	public void startReplica() {
		this.replica.start(this.replicaPort);
	}

	public boolean isReplicaRunning() {
		return this.replica.isRunning();
	}

	/**
	 * Kills the replica, as the operating system does when memory runs out.
	 */
	public void killReplica() {
		new Postmaster(this.replicaCluster).kill();
	}

	@Override
	public void close() {
		this.replica.stop();
		this.primary.stop();
	}

	private static TestDatabase database(int port) {
		return new TestDatabase("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), PostgresServer.USER,
				PASSWORD);
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
