package dev.segmentation.config.startup.setting;

import java.util.Map;

import dev.segmentation.account.AccountProperties;
import dev.segmentation.account.factor.passkey.PasskeyProperties;
import dev.segmentation.account.jwt.JwtProperties;
import dev.segmentation.config.security.api.ApiProperties;
import dev.segmentation.membership.end.ExpiryProperties;
import dev.segmentation.report.ReportProperties;
import dev.segmentation.user.imports.ImportProperties;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.BeanExpressionException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SettingFailureAnalyzerTests {

	private static final SpringValidatorAdapter VALIDATOR = new SpringValidatorAdapter(
			Validation.buildDefaultValidatorFactory().getValidator());

	private static final String BAD_KEY = "SEGMENTATION_JWT_KEY must be at least 32 bytes in base64. Create one with  openssl rand -base64 32";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					key         | c2hvcnQ=     | ${key}
					key         | not base64 ! | ${key}
					key         | ``           | ${key}
					access-ttl  | 0s           | The setting segmentation.jwt.access-ttl has the invalid value "0s". It must be at least 1s.
					refresh-ttl | -1h          | The setting segmentation.jwt.refresh-ttl has the invalid value "-1h". It must be at least 1s.
					access-ttl  | 15           | The setting segmentation.jwt.access-ttl has the invalid value "15". It must be a duration with a unit, such as 500ms, 15m or 720h.
					access-ttl  | 15 minutes   | The setting segmentation.jwt.access-ttl has the invalid value "15 minutes". It must be a duration with a unit, such as 500ms, 15m or 720h.
					""")
	void explainsSettingsOfTokens(String name, String value, String sentence) {
		assertThat(explain("segmentation.jwt", name, value, JwtProperties.class))
			.isEqualTo(sentence.replace("${key}", BAD_KEY));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					sign-up        | nobody  | The setting segmentation.sign-up has the invalid value "nobody". It must be members or open or closed.
					""")
	void explainsSettingsOfAccounts(String name, String value, String sentence) {
		assertThat(explain("segmentation", name, value, AccountProperties.class)).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					interval | 0s   | The setting segmentation.expiry.interval has the invalid value "0s". It must be longer than 0s.
					batch    | 0    | The setting segmentation.expiry.batch has the invalid value "0". It must be from 1 to 1000000.
					batch    | many | The setting segmentation.expiry.batch has the invalid value "many". It must be a whole number.
					""")
	void explainsSettingsOfExpiry(String name, String value, String sentence) {
		assertThat(explain("segmentation.expiry", name, value, ExpiryProperties.class)).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					max-rows | 10000001 | The setting segmentation.imports.max-rows has the invalid value "10000001". It must be from 1 to 10000000.
					max-file | -1B      | SEGMENTATION_IMPORTS_MAX_FILE must be at least 1B.
					max-file | large    | The setting segmentation.imports.max-file has the invalid value "large". It must be a size, such as 512KB or 1MB.
					keep     | -1d      | The setting segmentation.imports.keep has the invalid value "-1d". It must be longer than 0s.
					""")
	void explainsSettingsOfImports(String name, String value, String sentence) {
		assertThat(explain("segmentation.imports", name, value, ImportProperties.class)).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					max-body     | 2GB            | SEGMENTATION_API_MAX_BODY must be from 1B to 1GB.
					cors-origins | https://a.b,c  | SEGMENTATION_API_CORS_ORIGINS has the invalid value "c". It must be origins such as https://example.com, separated by commas.
					""")
	void explainsSettingsOfTheApi(String name, String value, String sentence) {
		assertThat(explain("segmentation.api", name, value, ApiProperties.class)).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource({ "segments.example.com", "https://segments.example.com/", "https://a b", "ftp://a" })
	void explainsTheAddressOfPasskeys(String value) {
		assertThat(explain("segmentation.passkeys", "origin", value, PasskeyProperties.class)).isEqualTo(
				"SEGMENTATION_PASSKEYS_ORIGIN has the invalid value \"%s\". It must be an address without a path,"
						+ " such as https://segments.example.com.",
				value);
	}

	@ParameterizedTest
	@CsvSource({ "0h", "366d" })
	void explainsTheTimeOfReports(String value) {
		assertThat(explain("segmentation.reports", "keep", value, ReportProperties.class)).isEqualTo(
				"The setting segmentation.reports.keep has the invalid value \"%s\". It must be from 1d to 365d.",
				value);
	}

	@ParameterizedTest
	@CsvSource({ "-1", "65536" })
	void explainsThePort(String value) {
		assertThat(explain("server", "port", value, PortProperties.class))
			.isEqualTo("The setting server.port has the invalid value \"%s\". It must be from 0 to 65535.", value);
	}

	@ParameterizedTest
	@CsvSource({ "boolean, true or false", "java.lang.Integer, a whole number" })
	void explainsAValueThatSpringReadsItself(String type, String allowed) {
		FailureAnalysis analysis = new ValueFailureAnalyzer().analyze(
				new InvalidConfigurationPropertyValueException("a.b", "maybe", "Failed to convert to type " + type));
		assertThat(analysis).extracting(FailureAnalysis::getDescription)
			.isEqualTo("The setting a.b has the invalid value \"maybe\". It must be %s.".formatted(allowed));
	}

	@Test
	void explainsASettingThatAConditionReads() {
		MockEnvironment environment = new MockEnvironment().withProperty("segmentation.docs.enabled", "maybe");
		FailureAnalysis analysis = new DocsFailureAnalyzer(environment)
			.analyze(new IllegalStateException(new BeanExpressionException("Expression parsing failed")));
		assertThat(analysis).extracting(FailureAnalysis::getDescription)
			.isEqualTo(
					"The setting segmentation.docs.enabled has the invalid value \"maybe\". It must be true or false.");
	}

	private static String explain(String prefix, String name, String value, Class<?> settings) {
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(prefix + "." + name, value)));
		BindException failure = catchThrowableOfType(BindException.class, () -> binder.bind(prefix,
				Bindable.of(settings), new ValidationBindHandler(new DurationUnits(BindHandler.DEFAULT), VALIDATOR)));
		FailureAnalysis analysis = new SettingFailureAnalyzer().analyze(failure);
		return (analysis != null) ? analysis.getDescription() : "";
	}

}
