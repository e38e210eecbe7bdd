package dev.segmentation.config.startup;

import java.util.Map;

import dev.segmentation.account.AccountProperties;
import dev.segmentation.account.JwtProperties;
import dev.segmentation.membership.end.ExpiryProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SettingFailureAnalyzerTests {

	private static final String BAD_KEY = "SEGMENTATION_JWT_KEY must be at least 32 bytes in base64. Create one with  openssl rand -base64 32";

	private static final String BAD_TTL = "SEGMENTATION_JWT_ACCESS_TTL and SEGMENTATION_JWT_REFRESH_TTL must be longer than 0s.";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					key         | c2hvcnQ=     | ${key}
					key         | not base64 ! | ${key}
					key         | ``           | ${key}
					access-ttl  | 0s           | ${ttl}
					refresh-ttl | -1h          | ${ttl}
					access-ttl  | 15 minutes   | The setting segmentation.jwt.access-ttl has the invalid value "15 minutes". It must be a duration, such as 500ms, 15m or 720h.
					""")
	void explainsSettingsOfTokens(String name, String value, String sentence) {
		assertThat(explain("segmentation.jwt", name, value, JwtProperties.class))
			.isEqualTo(sentence.replace("${key}", BAD_KEY).replace("${ttl}", BAD_TTL));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					admin.password | 1234567 | SEGMENTATION_ADMIN_PASSWORD must have 8 to 64 characters.
					admin.password | ``      | SEGMENTATION_ADMIN_PASSWORD must have 8 to 64 characters.
					sign-up        | nobody  | The setting segmentation.sign-up has the invalid value "nobody". It must be members or open or closed.
					""")
	void explainsSettingsOfAccounts(String name, String value, String sentence) {
		assertThat(explain("segmentation", name, value, AccountProperties.class)).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					interval | 0s   | SEGMENTATION_EXPIRY_INTERVAL must be longer than 0s.
					batch    | many | The setting segmentation.expiry.batch has the invalid value "many". It must be a whole number.
					""")
	void explainsSettingsOfExpiry(String name, String value, String sentence) {
		assertThat(explain("segmentation.expiry", name, value, ExpiryProperties.class)).isEqualTo(sentence);
	}

	private static String explain(String prefix, String name, String value, Class<?> settings) {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(prefix + "." + name, value)));
		BindException failure = catchThrowableOfType(BindException.class, () -> binder.bind(prefix, settings));
		FailureAnalysis analysis = new SettingFailureAnalyzer().analyze(failure);
		return (analysis != null) ? analysis.getDescription() : "";
	}

}
