package dev.segmentation.config.database;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * The health of the database. The indicator of Boot, which this one replaces by its name,
 * waits for a free connection, so an overloaded instance would look broken.
 */
@Component("dbHealthContributor")
class DatabaseHealth extends AbstractHealthIndicator {

	private static final int SECONDS_TO_ANSWER = 1;

	private final DataSource source;

	DatabaseHealth(DataSource source) {
		this.source = source;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws SQLException {
		builder.status(isAnswered() ? Status.UP : Status.DOWN);
	}

	private boolean isAnswered() throws SQLException {
		if (this.source.isWrapperFor(OutageGuard.class)) {
			return this.source.unwrap(OutageGuard.class).isAnswered();
		}
		try (Connection connection = this.source.getConnection()) {
			return connection.isValid(SECONDS_TO_ANSWER);
		}
	}

}
