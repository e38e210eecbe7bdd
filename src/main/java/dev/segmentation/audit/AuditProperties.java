package dev.segmentation.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit.
 *
 * @param keep how long events are kept
 */
@ConfigurationProperties("segmentation.audit")
public record AuditProperties(@DefaultValue("400d") Duration keep) {

	public AuditProperties {
		if (keep.isZero() || keep.isNegative()) {
			throw new IllegalArgumentException("SEGMENTATION_AUDIT_KEEP must be positive.");
		}
	}

}
