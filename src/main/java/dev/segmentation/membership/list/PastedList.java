package dev.segmentation.membership.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.user.UserText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A pasted list of users: ids, logins, e-mail addresses or external ids, one per line or
 * separated by commas, semicolons or tabs. It may also be a JSON array, the list of a SQL
 * query, or cells of a spreadsheet.
 */
public record PastedList(List<String> entries) {

	/** The largest number of entries. An import accepts more. */
	public static final int LONGEST = 100_000;

	/** The brackets around a whole list: ('anna', 'boris') */
	private static final Pattern BRACKETS = Pattern
		.compile("(?i)\\s*(?:in\\s*)?[(\\[]([^()\\[\\],]*+,[^()\\[\\]]*+)[)\\]][\\s;]*");

	/**
	 * An entry: a number with commas between its thousands, a cell in quotation marks, or
	 * anything up to the next separator. The quotation marks of SQL end on their line.
	 * The possessive quantifiers keep the time and the stack small for any text.
	 */
	private static final Pattern ENTRY = Pattern.compile("""
			(?<![^\\v;\\t])_([0-9]{1,3}(?:,[0-9]{3}){1,5}+)(?=_,?+_(?:[\\v;\\t]|\\z))
			|_("[^"]*+(?:""[^"]*+)*+"[^\\v,;\\t\\x00]*+)
			|_('[^'\\v]*+(?:''[^'\\v]*+)*+')(?=_(?:[\\v,;\\t\\x00]|\\z))
			|[^\\v,;\\t\\x00]++
			""".replace("\n", "").replace("_", "[\\h&&[^\\t]]*+"));

	/** A number with blanks between its thousands. */
	private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?: [0-9]{3})+");

	/** Logins may contain blanks, but ids and e-mail addresses do not. */
	private static final Pattern WITHOUT_BLANKS = Pattern.compile("[0-9]+|[^\\s<>\"]+@[^\\s<>\"]+");

	/**
	 * Reads a pasted text.
	 * @throws InvalidInputException when it has no entries or more than {@link #LONGEST}
	 */
	public static PastedList parse(String text) {
		String plain = PlainText.of(text);
		List<String> entries = json(plain).orElseGet(() -> entries(plain))
			.map(PastedList::cleaned)
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
	 * Returns the elements of a JSON array; empty when the text is not a JSON array.
	 */
	private static Optional<Stream<String>> json(String text) {
		if (!text.startsWith("[")) {
			return Optional.empty();
		}
		try {
			JsonNode array = JsonMapper.shared().readTree(text);
			return Optional.of(StreamSupport.stream(array.spliterator(), false)
				.map((element) -> element.isString() ? element.stringValue() : element.toString()));
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Stream<String> entries(String text) {
		Matcher list = BRACKETS.matcher(text);
		return ENTRY.matcher(list.matches() ? list.group(1) : text)
			.results()
			.map((entry) -> entry.group().strip())
			.flatMap(PastedList::words);
	}

	/**
	 * The ids and e-mail addresses of an entry that has several of them.
	 */
	private static Stream<String> words(String entry) {
		if (entry.indexOf(' ') < 0) {
			return Stream.of(entry);
		}
		List<String> words = List.of(entry.split(" +"));
		boolean several = words.stream().allMatch((word) -> WITHOUT_BLANKS.matcher(word).matches());
		return (several && !THOUSANDS.matcher(entry).matches()) ? words.stream() : Stream.of(entry);
	}

	private static String cleaned(String entry) {
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

}
