package dev.segmentation.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Cleans texts that are typed, pasted or read from files. Other programs add characters
 * to them that people do not see.
 */
public final class PlainText {

	/** Soft hyphens, zero-width spaces, direction marks and byte-order marks. */
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

	private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

	private PlainText() {
	}

	/**
	 * Returns the text as people see it: without invisible characters and surrounding
	 * blanks, with plain blanks and composed letters (NFC).
	 */
	public static String of(String text) {
		if (text.chars().allMatch((character) -> character < 0x80)) {
			return text.strip();
		}
		String visible = visible(text);
		int start = 0;
		int end = visible.length();
		while (start < end && isLoose(visible.charAt(start))) {
			start++;
		}
		while (end > start && isLoose(visible.charAt(end - 1))) {
			end--;
		}
		return visible.substring(start, end);
	}

	/**
	 * Returns a piece of a text as people see it, with its surrounding blanks.
	 */
	public static String visible(String piece) {
		String visible = BLANK.matcher(INVISIBLE.matcher(piece).replaceAll("")).replaceAll(" ");
		return Normalizer.normalize(visible, Normalizer.Form.NFC);
	}

	/**
	 * Returns the beginning of a text that a client sent, without characters that the
	 * database refuses or that could hide a part of it.
	 * @param longest the largest number of characters that are kept
	 */
	public static String printable(String text, int longest) {
		return text.codePoints()
			.filter(PlainText::isPrintable)
			.limit(longest)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static boolean isPrintable(int character) {
		return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE
				&& Character.getType(character) != Character.FORMAT;
	}

	/** Joiners have a meaning only between two characters, as in emoji and Persian. */
	private static boolean isLoose(char character) {
		return Character.isWhitespace(character) || character == '\u200C' || character == '\u200D';
	}

}
