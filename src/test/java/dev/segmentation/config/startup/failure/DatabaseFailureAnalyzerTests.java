package dev.segmentation.config.startup.failure;

import java.sql.SQLException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseFailureAnalyzerTests {

	private static final String URL = "jdbc:postgresql://db/segmentation";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			08001 | The embedded PostgreSQL has stopped, perhaps with another command that had started it. Try again.
			28P01 | The embedded PostgreSQL has another password: restore the file password in the data folder.
			""")
	void namesNoSettingsOfTheEmbeddedServer(String state, String sentence) {
		FailureAnalysis analysis = new DatabaseFailureAnalyzer(new MockEnvironment())
			.analyze(new SQLException("", state));
		assertThat(analysis).extracting(FailureAnalysis::getDescription).isEqualTo(sentence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					08006 | SSL error: PKIX path building failed | The TLS connection to the database ${url} failed (${message}). Correct the certificates, or the TLS parameters of SPRING_DATASOURCE_URL.
					08006 | The hostname db could not be verified by hostnameverifier X. | The TLS connection to the database ${url} failed (${message}). Correct the certificates, or the TLS parameters of SPRING_DATASOURCE_URL.
					08004 | The server does not support SSL. | The TLS connection to the database ${url} failed (${message}). Correct the certificates, or the TLS parameters of SPRING_DATASOURCE_URL.
					28000 | FATAL: no pg_hba.conf entry for host "10.0.0.1%", no encryption | The database ${url} rejects the connection (${message}). Correct its pg_hba.conf, or SPRING_DATASOURCE_URL.
					28P01 | FATAL: password authentication failed for user "ssl" | The database ${url} rejects the user. Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.
					08001 | Connection to db refused. | The database ${url} does not respond. Start it, or correct SPRING_DATASOURCE_URL.
					""")
	void explainsWhyThereIsNoConnection(String state, String message, String sentence) {
		MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.url", URL);
		FailureAnalysis analysis = new DatabaseFailureAnalyzer(environment).analyze(new SQLException(message, state));
		assertThat(analysis).extracting(FailureAnalysis::getDescription)
			.isEqualTo(sentence.replace("${url}", URL).replace("${message}", message));
	}

}
