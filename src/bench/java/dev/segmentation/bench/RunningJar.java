package dev.segmentation.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.segmentation.support.Ports;

/**
 * The packaged application in its own process.
 */
record RunningJar(Process process, int port, Duration startTime) implements AutoCloseable {

	/** The password of the first administrator. */
	static final String PASSWORD = "benchmark-only";

	private static final Duration LONGEST_START = Duration.ofMinutes(3);

	/**
	 * Starts the application and waits until it accepts connections.
	 */
	static RunningJar start(Path jar, List<String> options, Map<String, String> environment, File log)
			throws IOException, InterruptedException {
		return start(Stream.concat(options.stream(), Stream.of("-jar", jar.toString())), environment, log);
	}

	/**
	 * Starts a class of the benchmark instead, and waits in the same way.
	 */
	static RunningJar startClass(Class<?> main, List<String> arguments, Map<String, String> environment, File log)
			throws IOException, InterruptedException {
		return start(Stream.concat(Stream.of("-cp", System.getProperty("java.class.path"), main.getName()),
				arguments.stream()), environment, log);
	}

	private static RunningJar start(Stream<String> program, Map<String, String> environment, File log)
			throws IOException, InterruptedException {
		int port = Ports.free();
		List<String> command = Stream
			.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin/java").toString()), program)
			.toList();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
		builder.environment().putAll(environment);
		builder.environment().put("SERVER_PORT", String.valueOf(port));
		long start = System.nanoTime();
		Process process = builder.start();
		// The application opens its port last, when everything else is ready.
		while (!Ports.accepts(port)) {
			if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
				process.destroy();
				throw new IOException("The application does not start: see " + log);
			}
			TimeUnit.MILLISECONDS.sleep(10);
		}
		return new RunningJar(process, port, Duration.ofNanos(System.nanoTime() - start));
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/** The processor time that the process has used so far. */
	double processorSeconds() {
		return this.process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
	}

	/** The current resident memory in MB. */
	long memory() throws IOException {
		return status("VmRSS:");
	}

	/** The highest resident memory so far, in MB. */
	long mostMemory() throws IOException {
		return status("VmHWM:");
	}

	private long status(String figure) throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(this.process.pid()), "status"))) {
			if (line.startsWith(figure)) {
				return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
			}
		}
		throw new IOException("The process does not tell its memory");
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
