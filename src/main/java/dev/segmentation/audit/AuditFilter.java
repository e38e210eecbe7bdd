package dev.segmentation.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Selects events. An event must meet every condition.
 *
 * @param text words of the login, the subject and the detail; a beginning is enough
 * @param kind {@code null} for any
 * @param account the login of the account that acted; when nobody was signed in, the
 * subject; empty for any
 * @param address the network address; empty for any
 * @param from the start (inclusive); {@code null} for no start
 * @param to the end (exclusive); {@code null} for no end
 */
public record AuditFilter(String text, @Nullable AuditKind kind, String account, String address, @Nullable Instant from,
		@Nullable Instant to) {

	/** The column {@code words} of the table separates words in the same way. */
	private static final String BETWEEN_WORDS = "[\\s!-/:-@\\[-`{-~]+";

	/** The database refuses to search for words of more than 2046 bytes. */
	private static final int LONGEST_WORD = 500;

	/**
	 * The whole audit.
	 */
	public static AuditFilter all() {
		return new AuditFilter("", null, "", "", null, null);
	}

	/**
	 * Returns the words of the text in lower case. A very long word is cut off.
	 */
	List<String> words() {
		return Arrays.stream(this.text.toLowerCase(Locale.ROOT).split(BETWEEN_WORDS))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
			.toList();
	}

}
