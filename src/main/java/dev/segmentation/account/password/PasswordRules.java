package dev.segmentation.account.password;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * The rules for passwords that people choose on pages. The sign-up of the API has its own
 * ones, because the contract fixes them.
 */
@Component
public class PasswordRules {

	private static final int LONGEST = 64;

	private static final int SHORTEST_OF_STAFF = 12;

	private static final int SHORTEST_OF_MEMBERS = 8;

	/**
	 * Finds what is wrong with a password.
	 * @param role the role of its account
	 * @param names the login and the e-mail address, which everybody knows
	 * @return the message's key {@code password.<name>} for the first rule that it breaks
	 */
	public Optional<String> problem(NewPassword password, Role role, @Nullable String... names) {
		String text = password.text();
		int length = text.codePointCount(0, text.length());
		if (length < shortest(role)) {
			return Optional.of((role == Role.MEMBER) ? "password.short.member" : "password.short");
		}
		if (length > LONGEST) {
			return Optional.of("password.long");
		}
		boolean isName = Arrays.stream(names).filter(Objects::nonNull).anyMatch(text.strip()::equalsIgnoreCase);
		return isName ? Optional.of("password.name") : Optional.empty();
	}

	/**
	 * Checks the fields {@code password} and {@code again} of a form.
	 */
	public void check(NewPassword password, NewPassword again, Errors errors, Role role, @Nullable String... names) {
		problem(password, role, names).ifPresent((key) -> errors.rejectValue("password", key));
		if (!errors.hasFieldErrors("password") && !password.equals(again)) {
			errors.rejectValue("again", "password.again.differs");
		}
	}

	private static int shortest(Role role) {
		return (role == Role.MEMBER) ? SHORTEST_OF_MEMBERS : SHORTEST_OF_STAFF;
	}

}
