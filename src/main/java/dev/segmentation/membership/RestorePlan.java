package dev.segmentation.membership;

/**
 * What gives a segment the members and ends again that it had at a moment.
 *
 * @param removed the number of users that became members since
 * @param putBack the number of users that are members no more
 * @param restored the number of members that had another end
 * @param endless the number of memberships whose former end has passed or was not
 * recorded; they need a new one
 * @param impossible the number of users that were deleted
 */
public record RestorePlan(long removed, long putBack, long restored, long endless, long impossible) {

	/**
	 * Whether the segment would change.
	 */
	public boolean isPossible() {
		return this.removed + this.putBack + this.restored + this.endless > 0;
	}

}
