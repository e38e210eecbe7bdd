package dev.segmentation.shared;

import java.util.regex.Pattern;

/**
 * Reads whole numbers that come from outside. Java and Spring would also accept the
 * digits of other scripts, {@code 0x1}, {@code #1} and blanks.
 */
public final class WholeNumber {

	private static final Pattern FORMAT = Pattern.compile("[+-]?[0-9]{1,20}");

	private WholeNumber() {
	}

	/**
	 * Reads a number of 64 bits.
	 * @throws NumberFormatException when the text is not such a number
	 */
	public static long parse(String text) {
		return Long.parseLong(checked(text));
	}

	/**
	 * Reads a number of 32 bits.
	 * @throws NumberFormatException when the text is not such a number
	 */
	public static int parseInt(String text) {
		return Integer.parseInt(checked(text));
	}

	private static String checked(String text) {
		if (!FORMAT.matcher(text).matches()) {
			throw new NumberFormatException("Not a whole number");
		}
		return text;
	}

}
