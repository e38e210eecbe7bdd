package dev.segmentation.user;

import java.util.Set;

/**
 * A user that a search found.
 *
 * @param by the fields that are equal to the text; empty when they only contain it
 * @param alike whether no field contains the text, but one is similar to it
 */
public record UserMatch(UserDetails user, Set<UserField> by, boolean alike) {

	static UserMatch of(UserDetails user) {
		return new UserMatch(user, Set.of(), false);
	}

	static UserMatch alike(UserDetails user) {
		return new UserMatch(user, Set.of(), true);
	}

}
