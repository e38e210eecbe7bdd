package dev.segmentation.user.web;

import dev.segmentation.shared.PlainText;
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
		return PlainText.of(this.login).equals(PlainText.of(login));
	}

}
