package dev.segmentation.config.startup.failure;

import java.sql.SQLException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Explains why the configured database cannot be reached.
 */
@Order(0)
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	/** What the driver writes in every language. */
	private static final Pattern TLS = Pattern.compile("SSL|hostnameverifier", Pattern.CASE_INSENSITIVE);

	private final Environment environment;

	DatabaseFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
		String state = "" + cause.getSQLState();
		boolean named = StringUtils.hasText(this.environment.getProperty("spring.datasource.url"));
		String sentence = named ? sentence(state, ("" + cause.getMessage()).replace("%", "%%")) : embedded(state);
		return (sentence != null) ? new StartFailure(sentence.formatted(DatabaseName.in(this.environment)), cause)
				: null;
	}

	private static @Nullable String embedded(String state) {
		return switch (state) {
			case "08001", "08003", "08006", "57P01", "57P02", "57P03" ->
				"The embedded PostgreSQL has stopped, perhaps with another command that had started it. Try again.";
			case "28P01" ->
				"The embedded PostgreSQL has another password: restore the file password in the data folder.";
			default -> null;
		};
	}

	private static @Nullable String sentence(String state, String message) {
		if (message.contains("pg_hba.conf")) {
			return "The database %s rejects the connection (" + message
					+ "). Correct its pg_hba.conf, or SPRING_DATASOURCE_URL.";
		}
		if (state.startsWith("08") && TLS.matcher(message).find()) {
			return "The TLS connection to the database %s failed (" + message + "). Correct the certificates, or the"
					+ " TLS parameters of SPRING_DATASOURCE_URL.";
		}
		return switch (state) {
			case "08001", "08003", "08006", "57P01", "57P02", "57P03" ->
				"The database %s does not respond. Start it, or correct SPRING_DATASOURCE_URL.";
			case "08004", "28000", "28P01" ->
				"The database %s rejects the user. Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
			case "3D000" -> "The database %s does not exist. Create it, or correct SPRING_DATASOURCE_URL.";
			case "25006" -> "The database %s is read-only. Make it writable, or correct SPRING_DATASOURCE_URL.";
			case "42501" ->
				"The database %s does not allow the user to create tables. Make the user its owner, or use another database.";
			case "53300" ->
				"The database %s has no free connections. Raise its connection limit, or stop other clients.";
			default -> null;
		};
	}

}
