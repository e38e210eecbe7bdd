package dev.segmentation.user.web;

import dev.segmentation.user.UserText;
import org.jspecify.annotations.Nullable;

/**
 * The typed login that confirms a deletion.
 */
record DeleteUserForm(String login) {

	DeleteUserForm(@Nullable String login) {
		this.login = (login != null) ? login : "";
	}

	/**
	 * Whether the typed login looks like this login.
	 */
	boolean confirms(String login) {
		return UserText.plain(this.login).equals(UserText.plain(login));
	}

}
