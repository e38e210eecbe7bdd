package dev.segmentation.support.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search query, limited to the terms that this application uses.
 *
 * @param folder the folder to search
 */
record Query(String folder, Predicate<StoredFile> matches) {

	private static final String STRING = "'((?:[^'\\\\]|\\\\['\\\\])*)'";

	private static final Pattern TERM = Pattern
		.compile("(?:(name|mimeType) = %s|%s in parents|trashed = (true|false))".formatted(STRING, STRING));

	static Query parse(String text) {
		List<Predicate<StoredFile>> terms = new ArrayList<>();
		String folder = "";
		Matcher matcher = TERM.matcher(text);
		int position = 0;
		while (matcher.find() && matcher.start() == position) {
			if (matcher.group(3) != null) {
				folder = matcher.group(3);
			}
			terms.add(term(matcher));
			position = matcher.end();
			if (text.startsWith(" and ", position)) {
				position += " and ".length();
			}
		}
		if (position != text.length() || terms.isEmpty() || text.endsWith(" and ")) {
			throw new Refusal(400, "invalid", "Invalid Value");
		}
		return new Query(folder, terms.stream().reduce(Predicate::and).orElseThrow());
	}

	private static Predicate<StoredFile> term(Matcher matcher) {
		if (matcher.group(1) != null) {
			String value = matcher.group(2).replaceAll("\\\\(['\\\\])", "$1");
			return matcher.group(1).equals("name") ? (file) -> file.name().equals(value)
					: (file) -> file.mimeType().equals(value);
		}
		if (matcher.group(3) != null) {
			String parent = matcher.group(3);
			return (file) -> file.parent().equals(parent);
		}
		boolean trashed = Boolean.parseBoolean(matcher.group(4));
		return (file) -> file.isTrashed() == trashed;
	}

}
