package dev.segmentation.config.database.replica;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * A streaming replica of the database.
 *
 * @param url the JDBC URL of one server; without a URL there is no replica
 * @param username by default the user name for the primary
 * @param password by default the password for the primary
 * @param maxLag the longest lag at which the replica is still read
 */
@ConfigurationProperties("segmentation.replica")
record ReplicaProperties(@Nullable String url, @Nullable String username, @Nullable String password,
		@DefaultValue("5s") Duration maxLag) {

	ReplicaProperties {
		if (StringUtils.hasText(url) && !url.startsWith("jdbc:postgresql:")) {
			throw new IllegalArgumentException("SEGMENTATION_REPLICA_URL is not a PostgreSQL URL. Write it as"
					+ " jdbc:postgresql://host:5432/name, without user and password.");
		}
		if (maxLag.compareTo(ReplicaWatch.INTERVAL) < 0) {
			throw new IllegalArgumentException("The setting segmentation.replica.max-lag must be at least %d ms."
				.formatted(ReplicaWatch.INTERVAL.toMillis()));
		}
	}

}
