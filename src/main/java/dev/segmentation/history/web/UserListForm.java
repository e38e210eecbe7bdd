package dev.segmentation.history.web;

import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * A pasted list of users for the filter of the history.
 *
 * @param skip whether texts that name no user, or several, are left out
 */
record UserListForm(String text, Boolean skip) {

	UserListForm(@Nullable String text, @Nullable Boolean skip) {
		this.text = requireNonNullElse(text, "");
		this.skip = Boolean.TRUE.equals(skip);
	}

}
