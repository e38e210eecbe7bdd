package dev.segmentation.dashboard;

import java.util.List;

import dev.segmentation.user.UserMatch;

/**
 * The results of a search, the best matches first.
 */
public record SearchResults(List<FoundSegment> segments, List<UserMatch> users) {

	/**
	 * Whether nothing was found.
	 */
	public boolean isEmpty() {
		return this.segments.isEmpty() && this.users.isEmpty();
	}

}
