package dev.segmentation.account.factor.web;

import java.util.Objects;

import dev.segmentation.account.password.NewPassword;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for the password again.
 *
 * @param present the password; never shown again
 */
record ConfirmationForm(NewPassword present) {

	ConfirmationForm(@Nullable NewPassword present) {
		this.present = Objects.requireNonNullElse(present, new NewPassword(""));
	}

}
