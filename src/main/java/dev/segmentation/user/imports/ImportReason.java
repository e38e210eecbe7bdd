package dev.segmentation.user.imports;

/**
 * Why a line is rejected. Names the message {@code imports.reason.<name>}, which may take
 * an argument.
 */
public enum ImportReason {

	LOGIN_BLANK, LOGIN_LONG, LOGIN_CONTROL,

	EMAIL_BLANK, EMAIL_LONG, EMAIL_INVALID,

	EXTERNAL_ID_LONG, EXTERNAL_ID_CONTROL,

	/** There are more cells than columns. */
	CELLS,

	/** The user is another one than the one who has this login. */
	LOGIN_TAKEN,

	/** The user is another one than the one who has this e-mail. */
	EMAIL_TAKEN,

	/** The one who has this login or e-mail has another external id. */
	EXTERNAL_ID_DIFFERS,

	/** Speaks of the same user as an earlier line, the argument. */
	DOUBLED,

	/** What the dry run said is no longer true. */
	LATE

}
