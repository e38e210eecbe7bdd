package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * Two moments of a segment as a URL names them.
 *
 * @param from the first moment, as {@link Moment} reads it; empty for a week before the
 * second
 * @param to the second moment; empty for now
 * @param show the name of the listed change
 * @param at the cursor of the list
 */
record CompareForm(String from, String to, String show, String at) {

	CompareForm(@Nullable String from, @Nullable String to, @Nullable String show, @Nullable String at) {
		this.from = requireNonNullElse(from, "");
		this.to = requireNonNullElse(to, "");
		this.show = requireNonNullElse(show, "");
		this.at = requireNonNullElse(at, "");
	}

}
