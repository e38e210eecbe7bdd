package dev.segmentation.user.web;

import java.util.Map;

import dev.segmentation.user.UserCursor;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the list the address asks for.
 *
 * @param q what to look for
 * @param newer show what comes before this place
 * @param older show what follows this place
 */
record UserListRequest(@Nullable String q, @Nullable String newer, @Nullable String older) {

	String text() {
		return (this.q != null) ? this.q.replace("\0", "").strip() : "";
	}

	@Nullable UserCursor cursor() {
		if (this.older != null) {
			return UserCursor.parse(this.older, true);
		}
		return (this.newer != null) ? UserCursor.parse(this.newer, false) : null;
	}

	/**
	 * The address of another part of the same list.
	 */
	@Nullable String address(@Nullable UserCursor cursor) {
		if (cursor == null) {
			return null;
		}
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/users");
		if (!text().isEmpty()) {
			address.queryParam("q", "{q}");
		}
		return address.queryParam(cursor.onward() ? "older" : "newer", "{cursor}")
			.encode()
			.buildAndExpand(Map.of("q", text(), "cursor", cursor.text()))
			.toUriString();
	}

}
