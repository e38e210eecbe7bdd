package dev.segmentation.membership.web;

/**
 * A form with the end of new memberships: a duration, a local date and time, or neither.
 */
interface EndFields {

	/**
	 * A duration, {@code 7d} for example; empty for none.
	 */
	String ttl();

	/**
	 * A local date and time, {@code 2026-12-31T18:00} for example; empty for none.
	 */
	String until();

}
