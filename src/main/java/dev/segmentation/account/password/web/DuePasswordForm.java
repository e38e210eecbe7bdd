package dev.segmentation.account.password.web;

import java.util.Objects;

import dev.segmentation.account.password.NewPassword;
import org.jspecify.annotations.Nullable;

/**
 * A password that takes the place of one that must be changed.
 *
 * @param again the same password
 */
record DuePasswordForm(NewPassword password, NewPassword again) {

	DuePasswordForm(@Nullable NewPassword password, @Nullable NewPassword again) {
		this.password = Objects.requireNonNullElse(password, new NewPassword(""));
		this.again = Objects.requireNonNullElse(again, new NewPassword(""));
	}

}
