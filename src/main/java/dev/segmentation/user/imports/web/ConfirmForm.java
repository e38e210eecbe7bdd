package dev.segmentation.user.imports.web;

import org.jspecify.annotations.Nullable;

/**
 * The form that confirms an import.
 *
 * @param columns "true" when the account agrees with the columns that were recognized by
 * a synonym
 */
record ConfirmForm(@Nullable String columns) {

	static final ConfirmForm EMPTY = new ConfirmForm(null);

	boolean agreesWithColumns() {
		return "true".equals(this.columns);
	}

}
