package dev.segmentation.user;

import org.jspecify.annotations.Nullable;

/**
 * The data of a user that can be edited.
 *
 * @param login 2 to 64 characters, unique regardless of case
 * @param email at most 64 characters, unique regardless of case
 * @param externalId the id in the product's own systems, at most 64 characters, unique
 */
public record UserData(String login, String email, @Nullable String externalId) {

	/**
	 * Keeps e-mail addresses and external ids out of logs.
	 */
	@Override
	public String toString() {
		return "UserData[login=" + this.login + "]";
	}

}
