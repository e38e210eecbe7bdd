package dev.segmentation.membership.list;

/**
 * What happens to the ends of listed users who are members already, when others are
 * added.
 */
public enum PresentEnds {

	/** They are not changed. */
	LEAVE,

	/** An end becomes the new one if that is later. Members without an end keep none. */
	EXTEND,

	/** All get the new end. */
	SET

}
