package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

/**
 * A pasted list.
 *
 * @param text as it was pasted
 * @param ttl how long its users stay; empty for good
 * @param until until when they stay, in the reader's zone; empty for good
 */
record PasteForm(String text, String ttl, String until) {

	static final PasteForm EMPTY = new PasteForm("", "", "");

	PasteForm(@Nullable String text, @Nullable String ttl, @Nullable String until) {
		this.text = (text != null) ? text : "";
		this.ttl = Fields.text(ttl);
		this.until = Fields.text(until);
	}

}
