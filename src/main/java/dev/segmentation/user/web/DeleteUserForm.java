package dev.segmentation.user.web;

import org.jspecify.annotations.Nullable;

/**
 * The typed login that confirms a deletion.
 */
record DeleteUserForm(String login) {

	DeleteUserForm(@Nullable String login) {
		this.login = (login != null) ? login : "";
	}

	/**
	 * Whether the typed login is this login. Blanks around it are ignored, because they
	 * are invisible.
	 */
	boolean confirms(String login) {
		return this.login.strip().equals(login.strip());
	}

}
