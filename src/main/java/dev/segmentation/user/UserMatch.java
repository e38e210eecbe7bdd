package dev.segmentation.user;

import java.util.Set;

/**
 * A user that a search found.
 *
 * @param by the fields that are equal to the text; empty when a field only starts with it
 */
public record UserMatch(UserDetails user, Set<UserField> by) {

	static UserMatch of(UserDetails user) {
		return new UserMatch(user, Set.of());
	}

}
