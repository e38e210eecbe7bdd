package dev.segmentation.user.web;

import java.util.Objects;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * The list of users as its URL describes it.
 *
 * @param q the search text
 * @param at the cursor of the page; {@code null} for the first page
 */
record UserListForm(@Nullable String q, @Nullable String at) {

	String text() {
		return Objects.requireNonNullElse(this.q, "");
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	PageUrl url() {
		return PageUrl.of("/users").with("q", this.q);
	}

}
