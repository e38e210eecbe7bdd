package dev.segmentation.account.session;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sessions in browsers.
 *
 * @param idle how long a session lasts without a request
 * @param longest how long after a sign-in a person must sign in again in any case
 * @param remember how long a browser is remembered after a sign-in
 */
@Validated
@ConfigurationProperties("segmentation.sessions")
public record SessionProperties(
		@DefaultValue("12h") @DurationMin(seconds = 1, message = "must be at least 1s") Duration idle,
		@DefaultValue("30d") @DurationMin(seconds = 1, message = "must be at least 1s") Duration longest,
		@DefaultValue("30d") @DurationMin(days = 1, message = "must be at least 1d") Duration remember) {

	private static final Duration LONGEST_IDLE = Duration.ofSeconds(Integer.MAX_VALUE);

	public SessionProperties {
		if (idle.compareTo(LONGEST_IDLE) > 0) {
			throw new IllegalArgumentException("SEGMENTATION_SESSIONS_IDLE must be at most 24855d.");
		}
		if (remember.compareTo(longest) > 0) {
			throw new IllegalArgumentException(
					"SEGMENTATION_SESSIONS_REMEMBER must not be longer than SEGMENTATION_SESSIONS_LONGEST.");
		}
	}

}
