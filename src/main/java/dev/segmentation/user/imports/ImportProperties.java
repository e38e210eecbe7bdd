package dev.segmentation.user.imports;

import java.time.Duration;

import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of imports of users.
 *
 * @param maxFile the largest file that can be uploaded
 * @param maxRows the largest number of lines of a file
 * @param batch the number of lines that one transaction imports
 * @param keep how long the lines of a file are kept and the rejected ones can be
 * downloaded
 */
@Validated
@ConfigurationProperties("segmentation.imports")
public record ImportProperties(@DefaultValue("256MB") DataSize maxFile,
		@DefaultValue("1000000") @Range(min = 1, max = 10_000_000, message = "must be from {min} to {max}") int maxRows,
		@DefaultValue("10000") @Range(min = 1, max = 1_000_000, message = "must be from {min} to {max}") int batch,
		@DefaultValue("14d") @DurationMin(nanos = 1, message = "must be longer than 0s") Duration keep) {

	public ImportProperties {
		if (maxFile.toBytes() < 1) {
			throw new IllegalArgumentException("SEGMENTATION_IMPORTS_MAX_FILE must be at least 1B.");
		}
	}

}
