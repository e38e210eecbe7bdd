package dev.segmentation.membership.list;

/**
 * A reason why an entry of a list cannot be read.
 */
public enum EntryProblem {

	/** The line has no value that names a user. */
	EMPTY,

	/** The end is no instant and no duration, or is more than ten years away. */
	END_INVALID,

	/** The end has passed. */
	END_PASSED

}
