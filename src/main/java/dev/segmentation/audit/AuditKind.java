package dev.segmentation.audit;

/**
 * What happened. The page names each kind by a message {@code audit.kind.<name>}.
 */
public enum AuditKind {

	/**
	 * The detail names the way: password, password and code, passkey, company,
	 * remembered, API.
	 */
	SIGNED_IN,

	/** The subject is the login as it was entered. */
	SIGN_IN_FAILED,

	/** The password of the subject was correct, and a second factor has to follow. */
	SECOND_STEP_ASKED,

	SIGNED_OUT,

	/** One session was ended from the list of sessions. */
	SESSION_ENDED,

	/** All sessions of the subject were ended. */
	SESSIONS_ENDED,

	PASSWORD_CHANGED,

	/** A one-time link was made with which the subject chooses a new password. */
	PASSWORD_RESET,

	/** The subject is the e-mail address, and the detail the role. */
	ACCOUNT_INVITED,

	INVITATION_REVOKED,

	/** An account was made: by an invitation, a sign-up or the company's sign-on. */
	ACCOUNT_CREATED,

	/** The detail says from which role to which. */
	ROLE_CHANGED,

	ACCOUNT_DISABLED,

	ACCOUNT_ENABLED,

	ACCOUNT_DELETED,

	/** A person changed the own name or e-mail address. The detail has both values. */
	PROFILE_CHANGED,

	TOKEN_CREATED,

	/** The detail has the new limits. */
	TOKEN_CHANGED,

	TOKEN_ROTATED,

	TOKEN_REVOKED,

	/** The detail names the new owner. */
	TOKEN_HANDED_OVER,

	PASSKEY_ADDED,

	PASSKEY_REMOVED,

	SECOND_FACTOR_ADDED,

	SECOND_FACTOR_REMOVED,

	RECOVERY_CODE_USED,

	/** The earlier codes became invalid. */
	RECOVERY_CODES_RENEWED,

	/** A report was shared by a link. The subject is the report's file name. */
	LINK_CREATED,

	LINK_REVOKED,

	/** The subject is the segment; the detail names its owners. */
	SEGMENT_RESTRICTED,

	SEGMENT_OPENED,

	/** A setting that is kept in the database changed. */
	SETTING_CHANGED

}
