package dev.segmentation.membership;

import java.util.Map;

import dev.segmentation.shared.InvalidInputException;

/**
 * A search for logins, and after them for e-mails, that begin with a text.
 *
 * @param column {@code login} or {@code email}
 * @param after the last login or e-mail seen; empty at the start
 */
record PrefixSearch(String column, String prefix, String after) {

	static PrefixSearch start(String prefix) {
		return new PrefixSearch("login", prefix, "");
	}

	/**
	 * Goes on where a page ended.
	 */
	static PrefixSearch resume(String prefix, String cursor) {
		int separator = cursor.indexOf(':');
		String column = cursor.substring(0, Math.max(0, separator));
		if (!column.equals("login") && !column.equals("email")) {
			throw new InvalidInputException();
		}
		return new PrefixSearch(column, prefix, cursor.substring(separator + 1));
	}

	boolean byLogin() {
		return this.column.equals("login");
	}

	/**
	 * What comes after all logins: the e-mails of users whose login begins otherwise.
	 */
	PrefixSearch byEmail() {
		return new PrefixSearch("email", this.prefix, "");
	}

	Map<String, Object> parameters() {
		return Map.of("prefix", this.prefix, "after", this.after);
	}

	String cursor(String key) {
		return this.column + ":" + key;
	}

}
