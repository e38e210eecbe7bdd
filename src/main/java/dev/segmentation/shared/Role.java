package dev.segmentation.shared;

/**
 * What an account may do. Each staff role may do all that the one before it may.
 */
public enum Role {

	/** A user who signed up: may read their own segments through the API. */
	MEMBER,

	/** Reads and downloads. */
	VIEWER,

	/** Changes segments, memberships and reports. */
	EDITOR,

	/** Accounts, settings, everything. */
	ADMIN

}
