package dev.segmentation.membership.end;

/**
 * The ways to change an end in a form.
 */
public enum EndChangeKind {

	/** The present end, extended by a duration. */
	LATER,

	/** After a duration from now. */
	AFTER,

	/** At a date and time. */
	AT,

	/** No end. */
	NEVER

}
