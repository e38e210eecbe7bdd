package dev.segmentation.account.password;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
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
	 * As many guesses find a common password, or one that is made from common words,
	 * names, dates and neighbouring keys. From here on, zxcvbn calls a password safe
	 * without a limit of attempts.
	 */
	private static final double TOO_FEW_GUESSES = 1e8;

	/** The time of the estimate grows fast with the length. */
	private static final int ESTIMATED_LENGTH = 20;

	/** Reads its lists of words at the first use, which takes a moment. */
	private final Supplier<Zxcvbn> estimate = SingletonSupplier.of(Zxcvbn::new);

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
		List<String> known = Stream.of(names).flatMap(Stream::ofNullable).toList();
		if (known.stream().anyMatch(text.strip()::equalsIgnoreCase)) {
			return Optional.of("password.name");
		}
		return (role != Role.MEMBER && isEasy(text, known)) ? Optional.of("password.common") : Optional.empty();
	}

	private boolean isEasy(String password, List<String> names) {
		int length = Math.min(ESTIMATED_LENGTH, password.codePointCount(0, password.length()));
		String beginning = password.substring(0, password.offsetByCodePoints(0, length));
		List<String> parts = names.stream().flatMap((name) -> Stream.of(name, name.split("@")[0])).toList();
		return this.estimate.get().measure(beginning, parts).getGuesses() < TOO_FEW_GUESSES;
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
