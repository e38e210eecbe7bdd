package dev.segmentation.user.web;

import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.web.EmailAddress;
import dev.segmentation.shared.web.Login;
import dev.segmentation.user.UserData;
import dev.segmentation.user.UserDetails;
import dev.segmentation.user.UserField;
import dev.segmentation.user.UserTakenException;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;

import static java.util.Objects.requireNonNullElse;

/**
 * The form for the data of a user.
 *
 * @param version the version of the user that the form shows; {@code null} for a new user
 */
record UserForm(@Login(message = "{users.login.invalid}") String login,
		@EmailAddress(message = "{users.email.invalid}") String email,
		@CodePointLength(max = 64, message = "{users.externalId.long}") @Pattern(regexp = "(?U)\\P{Cntrl}*+",
				message = "{users.externalId.control}") String externalId,
		@Nullable Long version) {

	UserForm(@Nullable String login, @Nullable String email, @Nullable String externalId, @Nullable Long version) {
		this.login = PlainText.of(requireNonNullElse(login, ""));
		this.email = PlainText.of(requireNonNullElse(email, ""));
		this.externalId = PlainText.of(requireNonNullElse(externalId, ""));
		this.version = version;
	}

	static UserForm empty() {
		return new UserForm(null, null, null, null);
	}

	static UserForm from(UserDetails user) {
		return new UserForm(user.login(), user.email(), user.externalId(), user.version());
	}

	UserData toData() {
		return new UserData(this.login, this.email, this.externalId.isEmpty() ? null : this.externalId);
	}

	/**
	 * Returns the data of an edited user. A field that looks as before keeps its value,
	 * which may have characters that no form shows.
	 */
	UserData toData(UserDetails before) {
		String external = requireNonNullElse(before.externalId(), "");
		String kept = kept(this.externalId, external);
		return new UserData(kept(this.login, before.login()), kept(this.email, before.email()),
				kept.isEmpty() ? null : kept);
	}

	/**
	 * Checks the fields that were changed. The others may have values that no form
	 * accepts, because other programs wrote them.
	 */
	void validateChanges(UserDetails before, SmartValidator validator, Errors errors) {
		UserForm shown = from(before);
		validate("login", this.login, shown.login, validator, errors);
		validate("email", this.email, shown.email, validator, errors);
		validate("externalId", this.externalId, shown.externalId, validator, errors);
	}

	private static void validate(String field, String typed, String shown, SmartValidator validator, Errors errors) {
		if (!typed.equals(shown)) {
			validator.validateValue(UserForm.class, field, typed, errors);
		}
	}

	private static String kept(String typed, String before) {
		return PlainText.of(before).equals(typed) ? before : typed;
	}

	/**
	 * Adds an error to each field whose value another user has.
	 */
	static void rejectTaken(UserTakenException ex, Errors errors) {
		for (UserField field : ex.fields()) {
			switch (field) {
				case LOGIN -> errors.rejectValue("login", "users.login.taken");
				case EMAIL -> errors.rejectValue("email", "users.email.taken");
				case EXTERNAL_ID -> errors.rejectValue("externalId", "users.externalId.taken");
				case ID -> throw ex;
			}
		}
	}

}
