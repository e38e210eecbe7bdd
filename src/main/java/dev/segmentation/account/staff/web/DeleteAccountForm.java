package dev.segmentation.account.staff.web;

import dev.segmentation.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The typed login that confirms a deletion.
 */
record DeleteAccountForm(String login) {

	DeleteAccountForm(@Nullable String login) {
		this.login = (login != null) ? login : "";
	}

	boolean confirms(String expected) {
		return PlainText.of(this.login).equals(PlainText.of(expected));
	}

}
