package dev.segmentation.membership.end;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

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
public record ExpiryProperties(@DefaultValue("1s") Duration interval,
		@DefaultValue("10000") @Min(1) @Max(1_000_000) int batch) {

	public ExpiryProperties {
		if (!interval.isPositive()) {
			throw new IllegalArgumentException("SEGMENTATION_EXPIRY_INTERVAL must be longer than 0s.");
		}
	}

}
