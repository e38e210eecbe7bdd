package dev.segmentation.membership.end;

import org.jspecify.annotations.Nullable;

/**
 * A form that changes the ends of memberships.
 */
public interface EndChangeFields extends EndFields {

	/**
	 * The way to change the end; {@code null} when none was chosen.
	 */
	@Nullable EndChangeKind change();

	/**
	 * The duration of {@link EndChangeKind#LATER}; empty when not given.
	 */
	String by();

	/**
	 * The reason, for the history; empty without one.
	 */
	String note();

}
