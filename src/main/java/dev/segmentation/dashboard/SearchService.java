package dev.segmentation.dashboard;

import java.util.List;

import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserSearch;

import org.springframework.stereotype.Service;

/**
 * Searches segments and users at once.
 */
@Service
@ReadOnly
public class SearchService {

	private final SearchRepository segments;

	private final UserSearch users;

	SearchService(SearchRepository segments, UserSearch users) {
		this.segments = segments;
		this.users = users;
	}

	/**
	 * Returns the segments and users that match the text best.
	 * @param text empty for no results
	 * @param limit the largest number of segments, and of users
	 */
	public SearchResults search(String text, int limit) {
		if (text.isEmpty()) {
			return new SearchResults(List.of(), List.of());
		}
		return new SearchResults(this.segments.findSegments(text, limit), this.users.suggest(text, limit));
	}

}
