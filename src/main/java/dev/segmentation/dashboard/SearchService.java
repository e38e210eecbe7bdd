package dev.segmentation.dashboard;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.segmentation.shared.ReadOnly;
import dev.segmentation.user.UserMatch;
import dev.segmentation.user.UserPage;
import dev.segmentation.user.UserSearch;

import org.springframework.stereotype.Service;

/**
 * Searches in everything at once.
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
	 * Segments and users that may be meant.
	 * @param text what to look for, without NUL characters; an empty one finds nothing
	 * @param limit how many of each at most
	 */
	public SearchResults search(String text, int limit) {
		if (text.isEmpty()) {
			return new SearchResults(List.of(), List.of());
		}
		UserPage page = this.users.page(text, null, limit);
		Stream<UserMatch> others = page.users().stream().map((user) -> new UserMatch(user, Set.of()));
		return new SearchResults(this.segments.findSegments(text, limit),
				Stream.concat(page.exact().stream(), others).limit(limit).toList());
	}

}
