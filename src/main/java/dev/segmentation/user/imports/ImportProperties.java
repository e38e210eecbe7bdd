package dev.segmentation.user.imports;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

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
		@DefaultValue("1000000") @Min(1) @Max(10_000_000) int maxRows,
		@DefaultValue("10000") @Min(1) @Max(1_000_000) int batch, @DefaultValue("14d") Duration keep) {
}
