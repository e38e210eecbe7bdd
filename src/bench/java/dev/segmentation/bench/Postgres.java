package dev.segmentation.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the same SQL without the application, by psql and pgbench.
 */
final class Postgres {

	private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");

	private static final Pattern TIME = Pattern.compile("Time: ([\\d.]+) ms");

	private static final int FIELD_OF_LATENCY = 2;

	private static final int MOST_CLIENTS = 64;

	private Postgres() {
	}

	/**
	 * Runs a pgbench script with prepared statements, at most on as many connections as
	 * the server accepts.
	 */
	static Load pgbench(Path folder, Server server, Path script, int clients, int seconds, Map<String, Long> variables)
			throws IOException, InterruptedException {
		Path log = Files.createTempDirectory(folder, "pgbench");
		List<String> command = new ArrayList<>(List.of("pgbench", "--no-vacuum", "--protocol", "prepared", "--client",
				String.valueOf(Math.min(clients, MOST_CLIENTS)), "--jobs", String.valueOf(Math.min(clients, 2)),
				"--time", String.valueOf(seconds), "--log", "--file", script.toString()));
		variables.forEach((name, value) -> command.addAll(List.of("--define", name + "=" + value)));
		String output = Programs.run(log, server.environment(), command);
		Matcher rate = RATE.matcher(output);
		if (!rate.find()) {
			throw new IOException("The output of pgbench contains no rate:  " + output);
		}
		Timings latencies = latencies(log);
		return new Load(Double.parseDouble(rate.group(1)), latencies.median() * 1000, latencies.percentile(99) * 1000,
				0);
	}

	/**
	 * Reads a log with one line for each transaction, then deletes it.
	 */
	private static Timings latencies(Path log) throws IOException {
		List<Double> latencies = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(log)) {
			for (Path file : files) {
				for (String line : Files.readAllLines(file)) {
					latencies.add(Double.parseDouble(line.split(" ")[FIELD_OF_LATENCY]) / 1_000_000);
				}
				Files.delete(file);
			}
		}
		Files.delete(log);
		return new Timings(latencies);
	}

	/**
	 * Runs a statement once with psql.
	 * @return the seconds from sending the statement to receiving the result
	 */
	static double psql(Path folder, Server server, String sql) throws IOException, InterruptedException {
		String output = Programs.run(folder, server.environment(), List.of("psql", "--no-psqlrc", "--quiet",
				"--tuples-only", "--set", "ON_ERROR_STOP=1", "--command", "\\timing on", "--command", sql));
		Matcher time = TIME.matcher(output);
		if (!time.find()) {
			throw new IOException("The output of psql contains no time:  " + output);
		}
		return Double.parseDouble(time.group(1)) / 1000;
	}

}
