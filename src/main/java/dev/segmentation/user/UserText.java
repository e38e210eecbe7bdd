package dev.segmentation.user;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cleans texts that name users. They are typed, pasted or read from files, and other
 * programs have added characters to them that people do not see.
 */
public final class UserText {

	/** Soft hyphens, zero-width spaces, direction marks and byte-order marks. */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

	private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

	/** Spreadsheets write digits this way to keep leading zeros. */
	private static final Pattern PROTECTED = Pattern.compile("(?s)=\"(.*)\"|'([0-9]+)");

	private static final String MAILTO = "mailto:";

	private UserText() {
	}

	/**
	 * Returns the text as people see it: without invisible characters and surrounding
	 * blanks, with plain blanks and composed letters (NFC).
	 */
	public static String plain(String text) {
		if (text.chars().allMatch((character) -> character < 0x80)) {
			return text.strip();
		}
		String visible = BLANK.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
		int start = 0;
		int end = visible.length();
		while (start < end && isLoose(visible.charAt(start))) {
			start++;
		}
		while (end > start && isLoose(visible.charAt(end - 1))) {
			end--;
		}
		return Normalizer.normalize(visible.substring(start, end), Normalizer.Form.NFC);
	}

	/** Joiners have a meaning only between two characters, as in emoji and Persian. */
	private static boolean isLoose(char character) {
		return Character.isWhitespace(character) || character == '\u200C' || character == '\u200D';
	}

	/**
	 * Returns the value of a spreadsheet's cell: {@code ="00123"} and {@code '00123} are
	 * 00123.
	 */
	public static String unprotected(String cell) {
		Matcher digits = PROTECTED.matcher(cell);
		if (!digits.matches()) {
			return cell;
		}
		String text = (digits.group(1) != null) ? digits.group(1) : digits.group(2);
		return text.strip();
	}

	/**
	 * Returns the bare e-mail address of {@code Anna <anna@example.com>} or
	 * {@code mailto:anna@example.com}. Other texts, and several addresses, stay the same.
	 */
	public static String address(String text) {
		int open = text.lastIndexOf('<');
		boolean single = open >= 0 && text.indexOf('<') == open && text.indexOf('>') == text.length() - 1;
		String inner = single ? text.substring(open + 1, text.length() - 1).strip() : text;
		if (inner.indexOf('@') < 0) {
			return text;
		}
		boolean link = inner.regionMatches(true, 0, MAILTO, 0, MAILTO.length());
		return link ? inner.substring(MAILTO.length()).strip() : inner;
	}

}
