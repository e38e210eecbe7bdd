package dev.segmentation.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;

import dev.segmentation.Application;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A program that starts the application again and again. It reads the environment of each
 * start as a line of JSON, and writes the output of the start as another one. Each start
 * configures the log again, as in a new process.
 */
final class FailingStarts {

	private static final JsonMapper json = JsonMapper.shared();

	private FailingStarts() {
	}

	static void main() {
		PrintStream answers = System.out;
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		// Libraries keep the streams that they find first.
		PrintStream console = new PrintStream(output, true, StandardCharsets.UTF_8);
		System.setOut(console);
		System.setErr(console);
		Scanner environments = new Scanner(System.in, StandardCharsets.UTF_8);
		while (environments.hasNextLine()) {
			int exitCode = start(json.readerForMapOf(Object.class).readValue(environments.nextLine()));
			answers.println(json.writeValueAsString(
					Map.of("exitCode", exitCode, "output", output.toString(StandardCharsets.UTF_8).strip())));
			output.reset();
		}
	}

	/** An exception of the main method ends a process with the exit code 1. */
	private static int start(Map<String, Object> environment) {
		ConfigurableEnvironment settings = Objects
			.requireNonNull(ApplicationContextFactory.DEFAULT.createEnvironment(WebApplicationType.SERVLET));
		settings.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
		SpringApplication application = new SpringApplication(Application.class);
		application.setEnvironment(settings);
		try {
			application.run().close();
			return 0;
		}
		catch (RuntimeException ex) {
			return 1;
		}
	}

}
