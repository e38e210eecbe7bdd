package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import tools.jackson.databind.json.JsonMapper;

/**
 * The end of an application start that must fail.
 */
public record FailedStart(int exitCode, String output) {

	private static final JsonMapper json = JsonMapper.shared();

	/**
	 * Starts the application in a process of its own, and waits for its end.
	 */
	public static FailedStart of(Path folder, Map<String, String> environment) {
		ApplicationProcess application = ApplicationProcess.startShort(folder, environment);
		return new FailedStart(application.awaitExit(), application.output().strip());
	}

	/**
	 * Starts the application in a process that many failed starts share.
	 * @see FailingStarts
	 */
	public static FailedStart inSharedProcess(Map<String, String> environment) {
		return SharedProcess.instance.start(environment);
	}

	/**
	 * The current folder of the shared process.
	 */
	public static Path sharedFolder() {
		return SharedProcess.FOLDER;
	}

	/**
	 * The process ends with the tests, which close its input.
	 */
	private record SharedProcess(Process process) {

		static final Path FOLDER = Path.of("target", "test-starts").toAbsolutePath();

		static final SharedProcess instance = launch();

		private static SharedProcess launch() {
			try {
				ProcessBuilder builder = new ProcessBuilder(ApplicationProcess.commandOf(FailingStarts.class))
					.directory(Files.createDirectories(FOLDER).toFile())
					.redirectError(ProcessBuilder.Redirect.INHERIT);
				// Liquibase reads only the environment of the process.
				builder.environment().put("LIQUIBASE_CHANGELOG_LOCK_WAIT_TIME_IN_MINUTES", "0");
				builder.environment().put("LIQUIBASE_CHANGELOG_LOCK_POLL_RATE", "1");
				return new SharedProcess(builder.start());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		synchronized FailedStart start(Map<String, String> environment) {
			Map<String, String> settings = new HashMap<>(Map.of("SERVER_PORT", "0"));
			settings.putAll(environment);
			try {
				this.process.outputWriter(StandardCharsets.UTF_8)
					.append(json.writeValueAsString(settings))
					.append('\n')
					.flush();
				String end = this.process.inputReader(StandardCharsets.UTF_8).readLine();
				return json.readValue(Objects.requireNonNull(end, "The process ended"), FailedStart.class);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
