package dev.segmentation.user.imports;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What the values of a user must look like.
 */
@Component
class RowRules {

	private static final int LONGEST = 64;

	private final Validator validator;

	RowRules(Validator validator) {
		this.validator = validator;
	}

	/**
	 * What is wrong with the values, the first of it.
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
		return value.codePointCount(0, value.length()) > LONGEST;
	}

	private static boolean hasControl(String value) {
		return value.chars().anyMatch(Character::isISOControl);
	}

	/** Says what an e-mail is, as everywhere else. */
	private record Address(@Email String email) {
	}

}
