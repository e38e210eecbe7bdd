package dev.segmentation.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The measured application, its database and the measuring tools.
 */
record Bench(BenchSettings settings, RunningJar jar, Server server, Api api) {

	/** The time in which the JVM compiles the called code. */
	static final int WARM_UP_SECONDS = 20;

	private static final int LATENCY_SECONDS = 5;

	/** Talks to the database directly; each statement uses a new connection. */
	JdbcClient jdbc() {
		return this.server.jdbc();
	}

	/** The number of users. */
	long users() {
		return this.settings.users();
	}

	/** The number of users that are in 20 segments each. They have the lowest ids. */
	long members() {
		return this.settings.members();
	}

	Path folder() {
		return this.settings.folder();
	}

	/**
	 * Loads the application with wrk, and the database with pgbench, in turns.
	 * @param name of the scripts {@code <name>.lua} and {@code <name>.sql}
	 */
	Compared<Load> load(String name, int connections, int threads, List<String> arguments, Map<String, Long> variables)
			throws Exception {
		return load(name, connections, threads, () -> arguments, () -> variables);
	}

	/**
	 * Loads the application with one request, again and again.
	 */
	Load get(String path, int connections, int seconds) throws IOException, InterruptedException {
		return Wrk.run(folder(), this.api, script("get.lua"), connections, 2, seconds, List.of(path));
	}

	/**
	 * Loads a server with reads of the segments of random users.
	 */
	Load active(Api server, int connections, int seconds) throws IOException, InterruptedException {
		return Wrk.run(folder(), server, script("active.lua"), connections, Math.min(connections, 2), seconds,
				List.of(String.valueOf(members())));
	}

	/**
	 * Loads both in turns, with other arguments for each run.
	 */
	Compared<Load> load(String name, int connections, int threads, Callable<List<String>> arguments,
			Callable<Map<String, Long>> variables) throws Exception {
		return turns(
				(seconds) -> Wrk.run(folder(), this.api, script(name + ".lua"), connections, threads, seconds,
						arguments.call()),
				(seconds) -> Postgres.pgbench(folder(), this.server, script(name + ".sql"), connections, seconds,
						variables.call()));
	}

	/**
	 * Loads both in turns on one connection, to measure latency.
	 */
	Compared<Load> single(String lua, List<String> arguments, String sql, Map<String, Long> variables)
			throws Exception {
		return turns(
				(seconds) -> Wrk.run(folder(), this.api, script(lua + ".lua"), 1, 1, Math.min(seconds, LATENCY_SECONDS),
						arguments),
				(seconds) -> Postgres.pgbench(folder(), this.server, script(sql + ".sql"), 1,
						Math.min(seconds, LATENCY_SECONDS), variables));
	}

	private Compared<Load> turns(LoadRun here, LoadRun limit) throws Exception {
		here.run(WARM_UP_SECONDS);
		List<Load> ours = new ArrayList<>();
		List<Load> theirs = new ArrayList<>();
		for (int round = 0; round < this.settings.rounds(); round++) {
			ours.add(here.run(this.settings.seconds()));
			theirs.add(limit.run(this.settings.seconds()));
		}
		return new Compared<>(Load.median(ours), Load.median(theirs));
	}

	/**
	 * Runs the same work through the application and without it, in turns.
	 */
	Compared<Timings> compare(Callable<?> here, Callable<Double> limit) throws Exception {
		List<Double> ours = new ArrayList<>();
		List<Double> theirs = new ArrayList<>();
		for (int round = 0; round < this.settings.rounds(); round++) {
			ours.add(time(here));
			theirs.add(limit.call());
		}
		return new Compared<>(new Timings(ours), new Timings(theirs));
	}

	/** Returns the duration of the work in seconds. */
	static double time(Callable<?> work) throws Exception {
		long start = System.nanoTime();
		work.call();
		return (System.nanoTime() - start) / 1e9;
	}

	/** The number of runs of each side of a comparison. */
	int rounds() {
		return this.settings.rounds();
	}

	/** Runs a statement with psql and returns the seconds. */
	double psql(String sql) throws IOException, InterruptedException {
		return Postgres.psql(folder(), this.server, sql);
	}

	/** The packaged application. */
	Path packaged() {
		return this.settings.jar();
	}

	/** The folder of the unpacked application. */
	Path unpacked() {
		return this.settings.app();
	}

	/**
	 * Starts another instance of the application on another data folder.
	 */
	RunningJar startAnother(Path jar, Path data, List<String> options) throws IOException, InterruptedException {
		return RunningJar.start(jar, options,
				Map.of("SEGMENTATION_DATA_DIR", data.toString(), "SEGMENTATION_ADMIN_PASSWORD", RunningJar.PASSWORD),
				folder().resolve("start.log").toFile());
	}

	/** The SQL of a script. */
	static String sql(String name) throws IOException {
		return new ClassPathResource("bench/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
	}

	private Path script(String name) throws IOException {
		Path file = folder().resolve(name);
		try (InputStream script = new ClassPathResource("bench/" + name).getInputStream()) {
			Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
		}
		return file;
	}

	/**
	 * The results with and without the application.
	 */
	record Compared<T>(T here, T limit) {
	}

	/** A run under load. */
	interface LoadRun {

		Load run(int seconds) throws Exception;

	}

}
