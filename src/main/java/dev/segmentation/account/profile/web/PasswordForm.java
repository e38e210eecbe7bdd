package dev.segmentation.account.profile.web;

import dev.segmentation.account.password.NewPassword;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new password.
 *
 * @param present the present password
 * @param again the new password again
 * @param others whether all other sessions end; {@code null} for an empty checkbox
 */
record PasswordForm(NewPassword present, NewPassword password, NewPassword again, @Nullable Boolean others) {

	PasswordForm(@Nullable NewPassword present, @Nullable NewPassword password, @Nullable NewPassword again,
			@Nullable Boolean others) {
		this.present = orEmpty(present);
		this.password = orEmpty(password);
		this.again = orEmpty(again);
		this.others = others;
	}

	static PasswordForm empty() {
		return new PasswordForm(null, null, null, true);
	}

	boolean endsOthers() {
		return Boolean.TRUE.equals(this.others);
	}

	private static NewPassword orEmpty(@Nullable NewPassword password) {
		return (password != null) ? password : new NewPassword("");
	}

}
