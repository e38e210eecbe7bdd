package dev.segmentation.config.database;

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

	private final DataSource source;

	DatabaseHealth(DataSource source) {
		this.source = source;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) throws SQLException {
		builder.status(this.source.unwrap(OutageGuard.class).isAnswered() ? Status.UP : Status.DOWN);
	}

}
