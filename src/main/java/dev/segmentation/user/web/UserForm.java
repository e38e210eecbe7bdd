package dev.segmentation.user.web;

import java.util.Objects;

import dev.segmentation.shared.web.EmailAddress;
import dev.segmentation.shared.web.Login;
import dev.segmentation.user.UserData;
import dev.segmentation.user.UserDetails;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * A user as they are written down.
 *
 * @param version what the user was when the form was filled; {@code null} for a new one
 */
record UserForm(@Login(message = "{users.login.invalid}") String login,
		@EmailAddress(message = "{users.email.invalid}") String email,
		@CodePointLength(max = 64, message = "{users.externalId.long}") @Pattern(regexp = "(?U)\\P{Cntrl}*+",
				message = "{users.externalId.control}") String externalId,
		@Nullable Long version) {

	UserForm {
		login = stripped(login);
		email = stripped(email);
		externalId = stripped(externalId);
	}

	static UserForm empty() {
		return new UserForm("", "", "", null);
	}

	static UserForm from(UserDetails user) {
		return new UserForm(user.login(), user.email(), Objects.requireNonNullElse(user.externalId(), ""),
				user.version());
	}

	UserData toData() {
		return new UserData(this.login, this.email, this.externalId.isEmpty() ? null : this.externalId);
	}

	private static String stripped(@Nullable String text) {
		return (text != null) ? text.strip() : "";
	}

}
