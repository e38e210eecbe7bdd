package dev.segmentation.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.CurrentAccount;

/**
 * The subject of an access token: the id of a signed-up user, or {@code account:<id>} for
 * any other account.
 */
public sealed interface TokenSubject {

	/** A number of up to 18 digits fits into 64 bits. */
	Pattern FORMAT = Pattern.compile("(account:)?([1-9][0-9]{0,17})");

	/**
	 * Reads a {@code sub} claim.
	 * @return empty when no account can have this subject
	 */
	static Optional<TokenSubject> parse(String text) {
		Matcher matcher = FORMAT.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		long id = Long.parseLong(matcher.group(2));
		return Optional.of((matcher.group(1) != null) ? new Staff(id) : new Member(id));
	}

	/**
	 * Returns the subject of an account's tokens.
	 */
	static TokenSubject of(CurrentAccount account) {
		Long userId = account.userId();
		return (userId != null) ? new Member(userId) : new Staff(account.id());
	}

	/**
	 * Returns the text for the {@code sub} claim.
	 */
	String text();

	/**
	 * A signed-up user.
	 */
	record Member(long userId) implements TokenSubject {

		@Override
		public String text() {
			return Long.toString(this.userId);
		}

	}

	/**
	 * An account of staff or of an integration.
	 */
	record Staff(long accountId) implements TokenSubject {

		@Override
		public String text() {
			return "account:" + this.accountId;
		}

	}

}
