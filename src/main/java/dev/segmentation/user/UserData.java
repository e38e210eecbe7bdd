package dev.segmentation.user;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of a user, and said differently later.
 *
 * @param login 2 to 64 characters, unique regardless of case
 * @param email at most 64 characters, unique regardless of case
 * @param externalId the id in the product's own systems, at most 64 characters, unique
 */
public record UserData(String login, String email, @Nullable String externalId) {

	@Override
	public String toString() {
		return "UserData[login=" + this.login + "]";
	}

}
