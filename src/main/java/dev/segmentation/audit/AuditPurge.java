package dev.segmentation.audit;

import dev.segmentation.shared.Purge;

import org.springframework.stereotype.Component;

/**
 * Deletes events whose time to be kept has ended.
 */
@Component
class AuditPurge implements Purge {

	/** Deleting them takes a fraction of a second, so nobody waits for long. */
	private static final int BATCH = 10_000;

	private final AuditRepository events;

	private final AuditProperties properties;

	AuditPurge(AuditRepository events, AuditProperties properties) {
		this.events = events;
		this.properties = properties;
	}

	@Override
	public void purge() {
		int purged;
		do {
			purged = this.events.purge(this.properties.keep(), BATCH);
		}
		while (purged == BATCH);
	}

}
