package dev.segmentation.account.token;

/**
 * The state of a token that was not revoked.
 */
public enum TokenState {

	ACTIVE,

	/** It ends within 14 days. */
	ENDING,

	EXPIRED,

	/** Its owner is disabled or was deleted. */
	STOPPED

}
