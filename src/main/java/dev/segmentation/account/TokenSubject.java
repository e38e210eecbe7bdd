package dev.segmentation.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.CurrentAccount;

/**
 * Whom an access token speaks for: a signed-up user by the user's id, everybody else by
 * {@code account:<id>}.
 */
public sealed interface TokenSubject {

	/** Up to 18 digits always fit 64 bits. */
	Pattern FORMAT = Pattern.compile("(account:)?([1-9][0-9]{0,17})");

	/**
	 * Reads a {@code sub} claim; empty when no account can have it.
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
	 * The subject of an account's tokens.
	 */
	static TokenSubject of(CurrentAccount account) {
		Long userId = account.userId();
		return (userId != null) ? new Member(userId) : new Staff(account.id());
	}

	/**
	 * As written into a {@code sub} claim.
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
	 * Staff or an integration.
	 */
	record Staff(long accountId) implements TokenSubject {

		@Override
		public String text() {
			return "account:" + this.accountId;
		}

	}

}
