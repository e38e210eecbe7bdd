package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

/**
 * A form that changes the ends of memberships.
 */
interface EndChangeFields extends EndFields {

	/**
	 * The way to change the end; {@code null} when none was chosen.
	 */
	EndForm.@Nullable Change change();

	/**
	 * The duration of {@link EndForm.Change#LATER}; empty when not given.
	 */
	String by();

}
