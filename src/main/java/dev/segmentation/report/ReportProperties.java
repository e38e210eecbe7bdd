package dev.segmentation.report;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of reports.
 *
 * @param keep how long files and links are available unless the user chooses another
 * time; whole days
 * @param product the name of the product on the pages of links; empty for the name of
 * this application
 * @param viewerLinks whether viewers see and copy the links of others
 */
@Validated
@ConfigurationProperties("segmentation.reports")
public record ReportProperties(
		@DefaultValue("7d") @DurationMin(days = 1, message = ReportProperties.RANGE) @DurationMax(days = 365,
				message = ReportProperties.RANGE) Duration keep,
		@DefaultValue("") String product, @DefaultValue("false") boolean viewerLinks) {

	private static final String RANGE = "must be from 1d to 365d";

}
