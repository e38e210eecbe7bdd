package dev.segmentation.set.web;

/**
 * What happens with the users of a set.
 */
enum SetUse {

	/** A new segment gets them. */
	CREATE,

	/** They are added to a segment. */
	ADD,

	/** They are removed from a segment. */
	REMOVE

}
