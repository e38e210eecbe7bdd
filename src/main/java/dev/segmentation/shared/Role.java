package dev.segmentation.shared;

/**
 * The permissions of an account. Each staff role includes the permissions of the role
 * before it.
 */
public enum Role {

	/** A signed-up user, who can read their own segments through the API. */
	MEMBER,

	/** Reads and downloads. */
	VIEWER,

	/** Changes segments, memberships and reports. */
	EDITOR,

	/** Also manages accounts and settings. */
	ADMIN

}
