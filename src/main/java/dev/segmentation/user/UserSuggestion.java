package dev.segmentation.user;

import org.jspecify.annotations.Nullable;

/**
 * A user that matches a typed text.
 *
 * @param member whether the user is a member of the segment now
 */
public record UserSuggestion(long userId, String login, String email, @Nullable String externalId, boolean member) {

	static UserSuggestion of(UserDetails user, boolean member) {
		return new UserSuggestion(user.id(), user.login(), user.email(), user.externalId(), member);
	}

}
