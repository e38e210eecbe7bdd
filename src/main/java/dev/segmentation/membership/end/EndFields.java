package dev.segmentation.membership.end;

/**
 * A form with the end of new memberships: a duration, a local date and time, or no end.
 */
public interface EndFields {

	/**
	 * A duration, for example {@code 7d}; empty when not given.
	 */
	String ttl();

	/**
	 * A local date and time, for example {@code 2026-12-31T18:00}; empty when not given.
	 */
	String until();

}
