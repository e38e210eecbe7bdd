package dev.segmentation.user.web;

import org.jspecify.annotations.Nullable;

/**
 * The login that is typed to confirm a deletion.
 */
record DeleteUserForm(String login) {

	DeleteUserForm(@Nullable String login) {
		this.login = (login != null) ? login : "";
	}

	/**
	 * Whether it is this login; invisible blanks around it do not count.
	 */
	boolean confirms(String login) {
		return this.login.strip().equals(login.strip());
	}

}
