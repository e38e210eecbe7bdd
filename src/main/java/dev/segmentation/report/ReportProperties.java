package dev.segmentation.report;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reports.
 *
 * @param keep how long files and links are available unless the user chooses another
 * time; whole days
 */
@ConfigurationProperties("segmentation.reports")
public record ReportProperties(@DefaultValue("7d") Duration keep) {

	public ReportProperties {
		if (keep.toDays() < 1 || keep.toDays() > 365) {
			throw new IllegalArgumentException("SEGMENTATION_REPORTS_KEEP must be from 1d to 365d.");
		}
	}

}
