package dev.segmentation;

import dev.segmentation.command.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Runs a command, or starts the web application.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

	static void main(String[] args) {
		ReadableSettings.problem(args).ifPresent((problem) -> {
			System.err.println(problem);
			System.exit(1);
		});
		if (Commands.isNamedBy(args)) {
			System.exit(Commands.run(args));
		}
		SpringApplication.run(Application.class, args);
	}

}
