package dev.segmentation.user;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list of users.
 *
 * @param exact who is called exactly what was looked for; on the first page only
 * @param users all others of this page
 * @param newer where the page before begins; {@code null} on the first
 * @param older where the page behind begins; {@code null} on the last
 */
public record UserPage(List<UserMatch> exact, List<UserDetails> users, @Nullable UserCursor newer,
		@Nullable UserCursor older) {

	/**
	 * How many users it shows.
	 */
	public int size() {
		return this.exact.size() + this.users.size();
	}

}
