package dev.segmentation.membership;

/**
 * The members and ends that a segment has again.
 *
 * @param actId the act that changed them
 */
public record RestoredMembers(long actId, long removed, long putBack, long restored) {

	/**
	 * The number of all changed memberships.
	 */
	public long total() {
		return this.removed + this.putBack + this.restored;
	}

}
