package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.awaitility.Awaitility.await;

/**
 * The application in a process of its own, as a user starts it; can be killed.
 */
public final class ApplicationProcess implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofSeconds(90);

	private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");

	private final Process process;

	private final Path output;

	private ApplicationProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts it in a folder.
	 * @param environment its settings, as environment variables
	 */
	public static ApplicationProcess start(Path folder, Map<String, String> environment) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC"));
		command.addAll(ApplicationClasspath.options());
		command.add("dev.segmentation.Application");
		try {
			Path output = Files.createTempFile(folder, "output-", ".log");
			ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile());
			builder.environment().put("SERVER_PORT", "0");
			builder.environment().putAll(environment);
			return new ApplicationProcess(builder.start(), output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits until it is ready.
	 */
	public ApplicationProcess awaitReady() {
		await().atMost(LONGEST_START).until(() -> !this.process.isAlive() || ADDRESS.matcher(output()).find());
		if (!this.process.isAlive()) {
			throw new IllegalStateException("It ended before it was ready:\n" + output());
		}
		return this;
	}

	/**
	 * Waits for its end.
	 * @return its exit code
	 */
	public int awaitExit() {
		try {
			if (!this.process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("It does not end:\n" + output());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Its API.
	 */
	public Api api() {
		Matcher address = ADDRESS.matcher(output());
		if (!address.find()) {
			throw new IllegalStateException("It has not said its address:\n" + output());
		}
		return new Api("http://localhost:" + address.group(1));
	}

	/**
	 * All that it has printed.
	 */
	public String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends it as Ctrl-C or a service manager does.
	 */
	public void terminate() {
		this.process.destroy();
	}

	/**
	 * Ends it as a power cut does, for this one process.
	 */
	public void kill() {
		this.process.destroyForcibly();
	}

	public long pid() {
		return this.process.pid();
	}

	@Override
	public void close() {
		terminate();
		awaitExit();
	}

}
