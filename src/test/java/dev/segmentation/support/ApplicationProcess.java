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

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/**
 * The application in a separate process, as a user starts it.
 */
public final class ApplicationProcess implements AutoCloseable {

	private static final Duration LONGEST_START = Duration.ofSeconds(90);

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");

	private final Process process;

	private final Path output;

	private ApplicationProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts the application in a folder. The first one that exits writes the archive of
	 * classes for later processes.
	 * @param environment the settings as environment variables
	 */
	public static ApplicationProcess start(Path folder, Map<String, String> environment) {
		List<String> command = command();
		command.add(1, "-XX:+AutoCreateSharedArchive");
		return start(folder, environment, command);
	}

	/**
	 * Starts two instances at the same time, and waits until they are ready.
	 * @param environment the settings as environment variables
	 */
	public static List<ApplicationProcess> startTwo(Path folder, Map<String, String> environment) {
		List<ApplicationProcess> instances = List.of(start(folder, environment), start(folder, environment));
		instances.forEach(ApplicationProcess::awaitReady);
		return instances;
	}

	/**
	 * Starts a command in a folder, or an application that is going to fail. They write
	 * no archive, because they load few of the classes.
	 * @param environment the settings as environment variables
	 * @param arguments the command, if any
	 */
	public static ApplicationProcess startShort(Path folder, Map<String, String> environment, String... arguments) {
		return start(folder, environment, command(arguments));
	}

	/**
	 * Starts a packaged program, which may be of another version.
	 */
	public static ApplicationProcess startJar(Path folder, Map<String, String> environment, Path jar) {
		return start(folder, environment,
				List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString()));
	}

	private static ApplicationProcess start(Path folder, Map<String, String> environment, List<String> command) {
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
	 * Returns the program with its arguments, as a user types them.
	 */
	public static List<String> command(String... arguments) {
		List<String> command = java(ApplicationClasspath.options());
		command.add("dev.segmentation.Application");
		command.addAll(List.of(arguments));
		return command;
	}

	/**
	 * Returns a command that runs the main method of a class of the tests.
	 */
	static List<String> commandOf(Class<?> starter) {
		List<String> command = java(ApplicationClasspath.optionsFor(starter));
		command.add(starter.getName());
		return command;
	}

	private static List<String> java(List<String> options) {
		List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(options);
		return command;
	}

	/**
	 * Waits until the application is ready. Kills it if it isn't ready in time.
	 */
	public ApplicationProcess awaitReady() {
		try {
			await().atMost(LONGEST_START).until(() -> !this.process.isAlive() || ADDRESS.matcher(output()).find());
		}
		catch (ConditionTimeoutException ex) {
			kill();
			throw new IllegalStateException("It is not ready in time:\n" + output(), ex);
		}
		if (!this.process.isAlive()) {
			throw new IllegalStateException("It ended before it was ready:\n" + output());
		}
		return this;
	}

	/**
	 * Waits for the end of the process.
	 * @return the exit code
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
	 * Returns its API.
	 */
	public Api api() {
		Matcher address = ADDRESS.matcher(output());
		if (!address.find()) {
			throw new IllegalStateException("It has not said its address:\n" + output());
		}
		return new Api("http://localhost:" + address.group(1));
	}

	/**
	 * Returns its whole output.
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
	 * Stops the process like Ctrl-C or a service manager.
	 */
	public void terminate() {
		this.process.destroy();
	}

	/**
	 * Kills the process, like a power cut.
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
