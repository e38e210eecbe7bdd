package dev.segmentation.user.web;

import dev.segmentation.shared.NoteText;
import dev.segmentation.shared.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The typed login that confirms a deletion.
 *
 * @param note the reason, for the history
 */
record DeleteUserForm(String login, String note) {

	DeleteUserForm(@Nullable String login, @Nullable String note) {
		this.login = (login != null) ? login : "";
		this.note = NoteText.of(note);
	}

	/**
	 * Whether the typed login looks like this login.
	 */
	boolean confirms(String login) {
		return PlainText.of(this.login).equals(PlainText.of(login));
	}

}
