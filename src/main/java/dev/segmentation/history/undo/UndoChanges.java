package dev.segmentation.history.undo;

/**
 * The numbers of memberships that an undo changes.
 *
 * @param removed the number of users that become no members
 * @param putBack the number of users that become members again
 * @param restored the number of memberships that get their former end
 */
public record UndoChanges(long removed, long putBack, long restored) {

	/**
	 * The number of all changed memberships.
	 */
	public long total() {
		return this.removed + this.putBack + this.restored;
	}

}
