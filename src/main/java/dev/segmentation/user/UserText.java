package dev.segmentation.user;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads texts that name users. They are typed, pasted or read from files, and other
 * programs have put something around them.
 */
public final class UserText {

	/** Spreadsheets write digits this way to keep leading zeros. */
	private static final Pattern PROTECTED = Pattern.compile("(?s)=\"(.*)\"|'([0-9]+)");

	private static final String MAILTO = "mailto:";

	private UserText() {
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
