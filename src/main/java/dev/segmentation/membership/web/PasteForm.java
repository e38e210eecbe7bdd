package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * A pasted list of users.
 *
 * @param text the list, or the mark of a long one
 */
record PasteForm(String text, String ttl, String until) implements EndFields {

	static final PasteForm EMPTY = new PasteForm(null, null, null);

	PasteForm(@Nullable String text, @Nullable String ttl, @Nullable String until) {
		this.text = requireNonNullElse(text, "");
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
	}

}
