package dev.segmentation.membership.list;

/**
 * What a pasted list does to its users.
 */
public enum ListChange {

	/** Adds those that are not members. */
	ADD,

	/** Removes those that are members. */
	REMOVE,

	/** Sets the end of those that are members. */
	END,

	/** Adds those that are not members, and removes the members that it does not name. */
	REPLACE

}
