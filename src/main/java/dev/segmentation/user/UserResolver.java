package dev.segmentation.user;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.shared.database.ReadOnly;

import org.springframework.stereotype.Service;

/**
 * Finds the users that texts name by id, login, e-mail address or external id. A text
 * that fits several users names none of them: nobody is added, removed or shown by a
 * guess. It is the only place that decides this, besides the SQL function
 * {@code match_users} behind it.
 */
@Service
@ReadOnly
public class UserResolver {

	private final UserRepository users;

	private final UserSearchRepository searches;

	UserResolver(UserRepository users, UserSearchRepository searches) {
		this.users = users;
		this.searches = searches;
	}

	/**
	 * Resolves texts.
	 * @return a reference for each text, in the same order
	 */
	public List<UserReference> resolve(Collection<String> texts) {
		return texts.isEmpty() ? List.of() : this.users.findReferences(texts);
	}

	/**
	 * Returns the user that a text names.
	 */
	public UserReference resolve(String text) {
		return resolve(List.of(text)).getFirst();
	}

	/**
	 * The users that each text fits, and the fields by which it fits them.
	 * @return the users by text, in the order of the texts
	 */
	public Map<String, List<UserMatch>> candidates(Collection<String> texts) {
		return texts.isEmpty() ? Map.of() : this.searches.findExact(texts);
	}

	/**
	 * Names the users that a text fits, for a message: "anna (#1), boris (#2)".
	 */
	public String describeCandidates(String text) {
		return candidates(List.of(text)).getOrDefault(text, List.of())
			.stream()
			.map((match) -> "%s (#%d)".formatted(match.user().login(), match.user().id()))
			.collect(Collectors.joining(", "));
	}

}
