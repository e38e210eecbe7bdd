package dev.segmentation.config.startup.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class LoggingSettingsTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			structured.format.console | foo  | It must be ecs or gelf or logstash.
			structured.format.file    | foo  | It must be ecs or gelf or logstash.
			level.root                | LOUD | It must be trace or debug or info or warn or error or fatal or off.
			threshold.console         | LOUD | It must be trace or debug or info or warn or error or fatal or off.
			charset.file              | foo  | It must be an encoding, such as UTF-8.
			pattern.console           | %nope{x | It must be a pattern of Logback.
			logback.rollingpolicy.max-file-size | foo | It must be a size, such as 512KB or 1MB.
			logback.rollingpolicy.max-history | foo | It must be a whole number.
			config                    | file:/missing.xml | It must be a file of Logback.
			""")
	void namesTheInvalidSetting(String name, String value, String allowed) {
		assertThat(explain("logging." + name, value))
			.isEqualTo("The setting logging.%s has the invalid value \"%s\". %s", name, value, allowed);
	}

	@ParameterizedTest
	@CsvSource({ "logging.file.name, app.log, app.log", "logging.file.path, logs, logs/spring.log" })
	void namesTheFileThatCannotBeWritten(String setting, String value, String file) throws IOException {
		Path taken = Files.createFile(this.folder.resolve("taken"));
		assertThat(explain(setting, taken.resolve(value).toString())).isEqualTo(
				"The setting %s has the invalid value \"%s\". The user %s must be able to write the file %s.", setting,
				taken.resolve(value), System.getProperty("user.name"), taken.resolve(file));
	}

	@Test
	void allowsAPattern() {
		check("logging.pattern.console", "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n%wEx");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "ECS", "dev.segmentation.config.startup.setting.LoggingSettings" })
	void allowsFormats(String format) {
		check("logging.structured.format.console", format);
	}

	@Test
	void createsTheFolderOfTheFile() {
		Path file = this.folder.resolve("logs").resolve("app.log");
		check("logging.file.name", file.toString());
		assertThat(file).isEmptyFile();
	}

	private static void check(String setting, String value) {
		MockEnvironment environment = new MockEnvironment().withProperty(setting, value);
		ConfigurationPropertySources.attach(environment);
		new LoggingSettings().postProcessEnvironment(environment, new SpringApplication());
	}

	private static String explain(String setting, String value) {
		Throwable failure = catchThrowable(() -> check(setting, value));
		FailureAnalysis analysis = (failure instanceof InvalidSettingException)
				? new InvalidSettingFailureAnalyzer().analyze(failure) : new SettingFailureAnalyzer().analyze(failure);
		return (analysis != null) ? analysis.getDescription() : "";
	}

}
