package dev.segmentation.dashboard;

import java.util.List;

import dev.segmentation.user.UserMatch;

/**
 * What a search has found, the likeliest first.
 *
 * @param users by what they were found, when they are called so exactly
 */
public record SearchResults(List<FoundSegment> segments, List<UserMatch> users) {

	/**
	 * Whether nothing was found.
	 */
	public boolean isEmpty() {
		return this.segments.isEmpty() && this.users.isEmpty();
	}

}
