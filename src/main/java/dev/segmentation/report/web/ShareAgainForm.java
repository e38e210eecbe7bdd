package dev.segmentation.report.web;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that shares a report again.
 *
 * @param way {@code null} before it is chosen
 * @param by the duration by which the present link is extended
 */
record ShareAgainForm(@Nullable Way way, String by) {

	ShareAgainForm(@Nullable Way way, @Nullable String by) {
		this.way = way;
		this.by = requireNonNullElse(by, "");
	}

	/**
	 * What happens to the present link.
	 */
	enum Way {

		/** Its end is later. The file stays the same. */
		EXTEND,

		/** A new link to a new file replaces it. */
		RENEW

	}

}
