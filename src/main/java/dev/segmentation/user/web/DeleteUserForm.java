package dev.segmentation.user.web;

import org.jspecify.annotations.Nullable;

/**
 * Says who is to be deleted, once more.
 */
record DeleteUserForm(String login) {

	DeleteUserForm(@Nullable String login) {
		this.login = (login != null) ? login.strip() : "";
	}

}
