package dev.segmentation.account.link;

/**
 * What a one-time link is for.
 */
public enum LinkKind {

	/** The holder makes an account. */
	INVITATION,

	/** The holder chooses a new password for an account. */
	RESET

}
