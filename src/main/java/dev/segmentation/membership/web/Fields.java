package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

/**
 * What comes from form fields.
 */
final class Fields {

	private Fields() {
	}

	/**
	 * The text of a field, without what no text of the database holds.
	 */
	static String text(@Nullable String field) {
		return (field != null) ? field.replace("\0", "").strip() : "";
	}

}
