package dev.segmentation.membership;

import dev.segmentation.membership.end.ExpiryProperties;

import org.springframework.stereotype.Component;

/**
 * Removes expired memberships and records their expiry in the history. Reads do not
 * depend on this job, because they compare a membership's end with the database's clock.
 * All instances share the work.
 */
@Component
public class ExpireMembershipsJob {

	private final MembershipRepository memberships;

	private final int batch;

	ExpireMembershipsJob(MembershipRepository memberships, ExpiryProperties properties) {
		this.memberships = memberships;
		this.batch = properties.batch();
	}

	/**
	 * Removes all memberships that have expired by now, batch by batch.
	 * @return the number of memberships that this instance removed
	 */
	public long sweep() {
		long total = 0;
		long expired;
		do {
			expired = this.memberships.expire(this.batch);
			total += expired;
		}
		while (expired == this.batch);
		return total;
	}

}
