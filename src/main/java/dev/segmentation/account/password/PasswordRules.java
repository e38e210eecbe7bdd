package dev.segmentation.account.password;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The rules for new passwords of staff. Sign-up through the API has only the length of
 * its contract.
 */
@Component
public class PasswordRules {

	/** The least characters of a password. */
	public static final int MIN_LENGTH = 12;

	/** The most characters of a password, as in the API. */
	public static final int MAX_LENGTH = 64;

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
	 * Checks a new password.
	 * @param email {@code null} for an account without an e-mail address
	 * @return the keys of the messages that tell what is wrong; empty for a good password
	 */
	public List<String> check(String password, String login, @Nullable String email) {
		List<String> reasons = new ArrayList<>();
		int length = password.codePointCount(0, password.length());
		if (length < MIN_LENGTH) {
			reasons.add("password.short");
		}
		if (length > MAX_LENGTH) {
			reasons.add("password.long");
		}
		if (password.equalsIgnoreCase(login)) {
			reasons.add("password.login");
		}
		else if (password.equalsIgnoreCase(email)) {
			reasons.add("password.email");
		}
		else if (reasons.isEmpty() && isEasy(password, login, email)) {
			reasons.add("password.common");
		}
		return reasons;
	}

	private boolean isEasy(String password, String login, @Nullable String email) {
		Set<String> known = Stream.of(login, email, (email != null) ? email.split("@")[0] : null)
			.filter(Objects::nonNull)
			.map((text) -> "" + text)
			.collect(Collectors.toSet());
		String start = password.substring(0, password.offsetByCodePoints(0,
				Math.min(ESTIMATED_LENGTH, password.codePointCount(0, password.length()))));
		return this.estimate.get().measure(start, List.copyOf(known)).getGuesses() < TOO_FEW_GUESSES;
	}

}
