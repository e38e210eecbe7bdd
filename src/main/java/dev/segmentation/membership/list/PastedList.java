package dev.segmentation.membership.list;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.segmentation.shared.LongText;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.user.UserText;

/**
 * A pasted list of users: ids, logins, e-mail addresses or external ids, one per line or
 * separated by commas, semicolons or tabs. It may also be a JSON array, the list of a SQL
 * query, or cells of a spreadsheet.
 */
public record PastedList(List<String> entries) implements ListSource {

	/**
	 * Reads a pasted text.
	 * @throws InvalidInputException when it has no entries or more than {@link #LONGEST}
	 */
	public static PastedList parse(LongText text) {
		Cleaned entries = new Cleaned();
		if (!PastedEntries.readJson(text, entries)) {
			entries = new Cleaned();
			PastedEntries.read(text, entries);
		}
		if (entries.count == 0) {
			throw new InvalidInputException("members.paste.empty", "invalid input");
		}
		checkLength(entries.count);
		return new PastedList(entries.first);
	}

	/**
	 * Makes a list of cleaned entries.
	 * @throws InvalidInputException when there are more than {@link #LONGEST}
	 */
	static PastedList of(List<String> entries) {
		checkLength(entries.size());
		return new PastedList(entries);
	}

	@Override
	public ListLayout layout() {
		return ListLayout.ENTRIES;
	}

	@Override
	public void forEach(Consumer<ListEntry> consumer) {
		long line = 0;
		for (String entry : this.entries) {
			consumer.accept(ListEntry.of(++line, entry));
		}
	}

	private static void checkLength(int count) {
		if (count > LONGEST) {
			throw new InvalidInputException("members.paste.long", "invalid input", count, LONGEST);
		}
	}

	static String cleaned(String entry) {
		return UserText.address(UserText.unprotected(unquoted(PlainText.of(entry), "\"", "'")));
	}

	/**
	 * Removes the quotation marks around an entry, and the doubling of those inside it.
	 */
	private static String unquoted(String entry, String... marks) {
		for (String mark : marks) {
			if (entry.length() > 1 && entry.startsWith(mark) && entry.endsWith(mark)) {
				return entry.substring(1, entry.length() - 1).replace(mark + mark, mark).strip();
			}
		}
		return entry;
	}

	/** Counts all entries, and keeps as many as a list may have. */
	private static final class Cleaned implements Consumer<String> {

		private final List<String> first = new ArrayList<>();

		private int count;

		@Override
		public void accept(String text) {
			String entry = cleaned(text);
			if (!entry.isEmpty() && ++this.count <= LONGEST) {
				this.first.add(entry);
			}
		}

	}

}
