package dev.segmentation.set;

/**
 * What adding the users of a set to a segment, or removing them, would change.
 *
 * @param users the size of the set
 * @param present how many of them are members of the segment
 * @param members the size of the segment
 */
public record SetPlan(long users, long present, long members) {

	public long added() {
		return this.users - this.present;
	}

	public long removed() {
		return this.present;
	}

}
