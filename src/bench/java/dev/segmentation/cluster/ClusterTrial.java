package dev.segmentation.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.net.ssl.SSLContext;

import dev.segmentation.config.database.embedded.ReplicatedServer;
import dev.segmentation.support.Api;
import dev.segmentation.support.ApplicationProcess;
import dev.segmentation.support.Nginx;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Ports;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import static org.awaitility.Awaitility.await;

/**
 * Runs three instances behind nginx, on a PostgreSQL with a replica, under constant load.
 * It restarts one instance after the other and counts failed requests. There must be
 * none.
 * <p>
 * It needs nginx on the PATH. {@code make bench-cluster} runs it.
 */
public final class ClusterTrial {

	private static final String PASSWORD = "correct horse";

	private static final int INSTANCES = 3;

	private static final int CLIENTS = 4;

	private static final Duration CALM = Duration.ofSeconds(5);

	private final Path folder;

	private final ReplicatedServer server;

	private final List<Integer> ports = IntStream.range(0, INSTANCES).map((i) -> Ports.free()).boxed().toList();

	private final List<ApplicationProcess> instances = new ArrayList<>();

	private ClusterTrial(Path folder) {
		this.folder = folder;
		this.server = ReplicatedServer.start(folder);
	}

	/**
	 * Runs the trial. The exit code is 1 if a request failed or the data is wrong.
	 * @param args how often to restart every instance, once by default
	 */
	public static void main(String[] args) throws IOException {
		Path folder = Files.createTempDirectory("cluster-trial");
		boolean passed;
		try {
			passed = new ClusterTrial(folder).run((args.length > 0) ? Integer.parseInt(args[0]) : 1);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
		System.exit(passed ? 0 : 1);
	}

	private boolean run(int rounds) throws IOException {
		try (this.server) {
			this.ports.forEach((port) -> this.instances.add(start(port)));
			this.instances.forEach(ApplicationProcess::awaitReady);
			try (Nginx nginx = Nginx.start(this.folder, this.ports)) {
				SSLContext.setDefault(nginx.trust());
				Load load = restartUnderLoad(new Api(nginx.root()), rounds);
				System.out.print(nginx.errors());
				return report(load, this.server.primary());
			}
			finally {
				this.instances.forEach(ApplicationProcess::close);
			}
		}
	}

	private ApplicationProcess start(int port) {
		Map<String, String> environment = this.server.environment();
		environment.put("SERVER_PORT", String.valueOf(port));
		environment.put("SEGMENTATION_ADMIN_PASSWORD", PASSWORD);
		return ApplicationProcess.start(this.folder, environment);
	}

	private Load restartUnderLoad(Api anonymous, int rounds) {
		JdbcClient jdbc = this.server.primary().jdbc();
		Api api = anonymous.as("admin", PASSWORD);
		Pages pages = new Pages(anonymous).signIn("admin", PASSWORD);
		try (Load load = new Load()) {
			for (int client = 0; client < CLIENTS; client++) {
				load.read(api, Sql.addUser(jdbc));
				load.read(pages, "/segments");
				load.write(api, Sql.addUser(jdbc), Sql.addSegment(jdbc));
				load.writeForASecond(api, Sql.addUser(jdbc), Sql.addSegment(jdbc));
			}
			keepCalm();
			for (int round = 0; round < rounds; round++) {
				this.ports.forEach(this::restart);
			}
			keepCalm();
			return load;
		}
	}

	private void restart(int port) {
		int index = this.ports.indexOf(port);
		ApplicationProcess old = this.instances.get(index);
		old.terminate();
		old.awaitExit();
		this.instances.set(index, start(port).awaitReady());
		System.out.printf("restarted the instance on port %d%n", port);
		keepCalm();
	}

	private static void keepCalm() {
		long since = System.nanoTime();
		await().atMost(CALM.plusSeconds(1)).until(() -> System.nanoTime() - since > CALM.toNanos());
	}

	private boolean report(Load load, TestDatabase database) {
		await().until(() -> count(database, "SELECT count(*) FROM memberships") == 0);
		long timed = load.answers()
			.getOrDefault("API POST with a ttl 201", new java.util.concurrent.atomic.LongAdder())
			.sum();
		long swept = count(database,
				"SELECT coalesce(sum(cardinality(user_ids)), 0) FROM operations JOIN acts ON acts.id = act_id WHERE kind = 'expiry'");
		load.answers().forEach((what, times) -> System.out.printf("%10d  %s%n", times.sum(), what));
		System.out.printf("%10d  expiries, of %d memberships with a ttl%n", swept, timed);
		List<String> mismatches = new ArrayList<>(database.historyMismatches());
		mismatches.addAll(database.sizeMismatches());
		System.out.printf("%10d  mismatches %s%n", mismatches.size(), mismatches);
		return load.answers().keySet().stream().allMatch((what) -> what.matches(".* 20[0-4]")) && swept == timed
				&& mismatches.isEmpty();
	}

	private static long count(TestDatabase database, String sql) {
		return database.jdbc().sql(sql).query(Long.class).single();
	}

}
