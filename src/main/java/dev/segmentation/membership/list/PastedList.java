package dev.segmentation.membership.list;

import java.util.List;
import java.util.regex.Pattern;

import dev.segmentation.shared.InvalidInputException;

/**
 * A pasted list of users: ids, logins, e-mail addresses or external ids, one per line or
 * separated by commas, semicolons or tabs.
 */
public record PastedList(List<String> entries) {

	/** The largest number of entries. An import accepts more. */
	public static final int LONGEST = 100_000;

	private static final Pattern SEPARATOR = Pattern.compile("[\\v,;\\t\\x00\\uFEFF]+");

	/**
	 * Reads a pasted text.
	 * @throws InvalidInputException when it has no entries or more than {@link #LONGEST}
	 */
	public static PastedList parse(String text) {
		List<String> entries = SEPARATOR.splitAsStream(text)
			.map(PastedList::unquoted)
			.filter((entry) -> !entry.isEmpty())
			.toList();
		if (entries.isEmpty()) {
			throw new InvalidInputException("members.paste.empty", "invalid input");
		}
		if (entries.size() > LONGEST) {
			throw new InvalidInputException("members.paste.long", "invalid input", entries.size(), LONGEST);
		}
		return new PastedList(entries);
	}

	/**
	 * Removes the quotation marks that spreadsheets put around some cells.
	 */
	private static String unquoted(String entry) {
		String text = entry.strip();
		boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
		return quoted ? text.substring(1, text.length() - 1).strip() : text;
	}

}
