package dev.segmentation.account.link.web;

import java.util.Objects;

import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The form for an invitation.
 */
record InviteForm(@EmailAddress(message = "{accounts.email.invalid}") String email, Role role) {

	InviteForm(@Nullable String email, @Nullable Role role) {
		this.email = PlainText.of(Objects.requireNonNullElse(email, ""));
		this.role = (role != null && role != Role.MEMBER) ? role : Role.VIEWER;
	}

}
