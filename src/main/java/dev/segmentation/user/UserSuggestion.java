package dev.segmentation.user;

/**
 * A user that matches a typed text.
 *
 * @param member whether the user is a member of the segment now
 */
public record UserSuggestion(UserMatch match, boolean member) {

	/**
	 * The user that may be meant.
	 */
	public UserDetails user() {
		return this.match.user();
	}

}
