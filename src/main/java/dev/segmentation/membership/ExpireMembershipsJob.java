package dev.segmentation.membership;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sweeps memberships that have expired. Readers do not wait for it: it brings the history
 * up to date, and any number of instances share the work.
 */
@Component
public class ExpireMembershipsJob {

	private static final Logger logger = LoggerFactory.getLogger(ExpireMembershipsJob.class);

	private final MembershipRepository memberships;

	private final int batch;

	ExpireMembershipsJob(MembershipRepository memberships, ExpiryProperties properties) {
		this.memberships = memberships;
		this.batch = properties.batch();
	}

	@Scheduled(fixedDelayString = "${segmentation.expiry.interval:1s}")
	void run() {
		try {
			sweep();
		}
		catch (DataAccessException ex) {
			logger.warn("Expired memberships could not be swept, the next sweep tries again: {}", ex.getMessage());
		}
	}

	/**
	 * Removes all that has expired by now, batch by batch.
	 * @return how many memberships this sweeper has removed
	 */
	public long sweep() {
		long total = 0;
		long swept;
		do {
			swept = this.memberships.expire(this.batch);
			total += swept;
		}
		while (swept == this.batch);
		return total;
	}

}
