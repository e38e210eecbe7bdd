package dev.segmentation.user.imports;

/**
 * The reason why a line is rejected. The message is {@code imports.reason.<name>}, which
 * may take an argument.
 */
public enum ImportReason {

	LOGIN_BLANK, LOGIN_SHORT, LOGIN_LONG, LOGIN_CONTROL,

	EMAIL_BLANK, EMAIL_LONG, EMAIL_INVALID,

	EXTERNAL_ID_LONG, EXTERNAL_ID_CONTROL,

	/** The line has more cells than the header has columns. */
	CELLS,

	/** Another user than the one that the line names has this login. */
	LOGIN_TAKEN,

	/** Another user than the one that the line names has this e-mail address. */
	EMAIL_TAKEN,

	/** The user with this login or e-mail address has another external id. */
	EXTERNAL_ID_DIFFERS,

	/** The line names the same user as an earlier line, which is the argument. */
	DOUBLED,

	/** The user was added, changed or deleted after the dry run. */
	LATE

}
