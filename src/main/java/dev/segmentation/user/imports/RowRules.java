package dev.segmentation.user.imports;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The rules for the values of a line, which are those of the form of a user.
 */
@Component
class RowRules {

	private static final int SHORTEST_LOGIN = 2;

	private static final int LONGEST = 64;

	private final Validator validator;

	RowRules(Validator validator) {
		this.validator = validator;
	}

	/**
	 * The first rule that the values break; {@code null} when they are valid.
	 */
	@Nullable ImportReason check(@Nullable String externalId, @Nullable String login, @Nullable String email) {
		ImportReason reason = login(login);
		if (reason == null) {
			reason = email(email);
		}
		return (reason == null && externalId != null) ? externalId(externalId) : reason;
	}

	private static @Nullable ImportReason login(@Nullable String login) {
		if (login == null) {
			return ImportReason.LOGIN_BLANK;
		}
		if (length(login) < SHORTEST_LOGIN) {
			return ImportReason.LOGIN_SHORT;
		}
		if (isLong(login)) {
			return ImportReason.LOGIN_LONG;
		}
		return hasControl(login) ? ImportReason.LOGIN_CONTROL : null;
	}

	private @Nullable ImportReason email(@Nullable String email) {
		if (email == null) {
			return ImportReason.EMAIL_BLANK;
		}
		if (isLong(email)) {
			return ImportReason.EMAIL_LONG;
		}
		boolean valid = !hasControl(email) && this.validator.validateValue(Address.class, "email", email).isEmpty();
		return valid ? null : ImportReason.EMAIL_INVALID;
	}

	private static @Nullable ImportReason externalId(String externalId) {
		if (isLong(externalId)) {
			return ImportReason.EXTERNAL_ID_LONG;
		}
		return hasControl(externalId) ? ImportReason.EXTERNAL_ID_CONTROL : null;
	}

	private static boolean isLong(String value) {
		return length(value) > LONGEST;
	}

	private static int length(String value) {
		return value.codePointCount(0, value.length());
	}

	private static boolean hasControl(String value) {
		return value.chars().anyMatch(Character::isISOControl);
	}

	/** Applies the same rule for e-mail addresses as the rest of the application. */
	private record Address(@Email String email) {
	}

}
