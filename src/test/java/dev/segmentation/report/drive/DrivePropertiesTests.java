package dev.segmentation.report.drive;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.segmentation.support.drive.FakeDrive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Settings from environment variables and the application's defaults.
 */
class DrivePropertiesTests {

	@TempDir
	Path folder;

	@Test
	void needsNoSettings() {
		with(Map.of(), (context) -> {
			DriveProperties properties = context.getBean(DriveProperties.class);
			assertThat(properties).isEqualTo(new DriveProperties(null, null, "anyone", Duration.ofSeconds(60),
					URI.create("https://www.googleapis.com/"), null));
			assertThat(context.getBean(Drive.class).isConfigured()).isFalse();
		});
	}

	@Test
	void countsEmptyVariablesAsMissing() {
		with(Map.of("GDRIVE_CREDENTIALS", "", "SEGMENTATION_DRIVE_FOLDER", " ", "SEGMENTATION_DRIVE_TOKEN_URL", ""),
				(context) -> {
					assertThat(context.getBean(DriveProperties.class).folder()).isNull();
					assertThat(context.getBean(DriveProperties.class).tokenUrl()).isNull();
					assertThat(context.getBean(Drive.class).isConfigured()).isFalse();
				});
		with(Map.of("SEGMENTATION_DRIVE_CREDENTIALS", ""),
				(context) -> assertThat(context.getBean(Drive.class).isConfigured()).isFalse());
	}

	@Test
	void readsTheKeyFromEitherVariable() {
		String key = key().toString();
		with(Map.of("GDRIVE_CREDENTIALS", key),
				(context) -> assertThat(context.getBean(Drive.class).isConfigured()).isTrue());
		with(Map.of("SEGMENTATION_DRIVE_CREDENTIALS", key, "GDRIVE_CREDENTIALS", "nowhere.json"),
				(context) -> assertThat(context.getBean(Drive.class).isConfigured()).isTrue());
	}

	@Test
	void doesNotStartWithoutTheKeyFile() {
		with(Map.of("GDRIVE_CREDENTIALS", "keys/nowhere.json"),
				(context) -> assertThat(context.getStartupFailure())
					.hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class)
					.rootCause()
					.hasMessage(Path.of("keys", "nowhere.json").toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "anyone", "ANYONE", "domain:example.com", "Domain:Sub.Example-1.co.uk",
			"user:anna@example.com", "domain:example.com, user:anna.b+c@example.com" })
	void acceptsAudiences(String share) {
		with(Map.of("SEGMENTATION_DRIVE_SHARE", share), (context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					SHARE     | everyone               | SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.
					SHARE     | ''                     | SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.
					SHARE     | domain:                | SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.
					SHARE     | domain:example         | SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.
					SHARE     | anyone,user:a@example.com | SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.
					SHARE     | anna@example.com       | SEGMENTATION_DRIVE_SHARE must be anyone, or a list such as domain:example.com,user:anna@example.com.
					FOLDER    | https://drive.google.com/drive/folders/1a2b | SEGMENTATION_DRIVE_FOLDER must be the ID of a folder, which follows /folders/ in its address.
					FOLDER    | 1a2b' or 'x            | SEGMENTATION_DRIVE_FOLDER must be the ID of a folder, which follows /folders/ in its address.
					TIMEOUT   | 4m                     | SEGMENTATION_DRIVE_TIMEOUT must be from 1s to 3m.
					TIMEOUT   | 0s                     | SEGMENTATION_DRIVE_TIMEOUT must be from 1s to 3m.
					ROOT_URL  | localhost:8099         | SEGMENTATION_DRIVE_ROOT_URL must be an address without a path, such as https://www.googleapis.com/.
					ROOT_URL  | http://localhost/drive | SEGMENTATION_DRIVE_ROOT_URL must be an address without a path, such as https://www.googleapis.com/.
					TOKEN_URL | token                  | SEGMENTATION_DRIVE_TOKEN_URL must be an address, such as https://oauth2.googleapis.com/token.
					""")
	void refusesInvalidSettings(String variable, String value, String sentence) {
		with(Map.of("SEGMENTATION_DRIVE_" + variable, value),
				(context) -> assertThat(context.getStartupFailure()).rootCause().hasMessage(sentence));
	}

	@Test
	void requestsTokensFromTheConfiguredAddress() {
		try (FakeDrive drive = FakeDrive.start()) {
			Path key = drive.key().write(this.folder, "http://127.0.0.1:1/nobody");
			with(Map.of("GDRIVE_CREDENTIALS", key.toString(), "SEGMENTATION_DRIVE_TOKEN_URL", drive.tokenUrl(),
					"SEGMENTATION_DRIVE_ROOT_URL", "http://127.0.0.1:" + URI.create(drive.rootUrl()).getPort()),
					(context) -> {
						context.getBean(Drive.class)
							.save("a.csv", DriveTestBase.content("a"), DriveTestBase.ANYONE, DriveTestBase.UNWATCHED);
						assertThat(drive.file().parent()).isEqualTo("root");
					});
		}
	}

	private Path key() {
		try (FakeDrive drive = FakeDrive.start()) {
			return drive.writeKey(this.folder);
		}
	}

	private static void with(Map<String, Object> environment, ContextConsumer<AssertableApplicationContext> test) {
		new ApplicationContextRunner().withUserConfiguration(Settings.class)
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.replace("systemEnvironment", new SystemEnvironmentPropertySource("systemEnvironment", environment)))
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.run(test);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(DriveProperties.class)
	@Import(DriveConfiguration.class)
	static class Settings {

	}

}
