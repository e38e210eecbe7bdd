package dev.segmentation.membership.end;

import java.time.Duration;

import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the job that removes expired memberships.
 *
 * @param interval the pause between two runs
 * @param batch the largest number of memberships that it removes in one transaction
 */
@Validated
@ConfigurationProperties("segmentation.expiry")
public record ExpiryProperties(
		@DefaultValue("1s") @DurationMin(nanos = 1, message = "must be longer than 0s") Duration interval,
		@DefaultValue("10000") @Range(min = 1, max = 1_000_000, message = "must be from {min} to {max}") int batch) {
}
