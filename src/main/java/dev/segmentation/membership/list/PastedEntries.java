package dev.segmentation.membership.list;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import dev.segmentation.shared.LongText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the entries of a pasted text, one after the other.
 */
final class PastedEntries {

	/** A number with blanks between its thousands. */
	private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?: [0-9]{3})+");

	/** Logins may contain blanks, but ids and e-mail addresses do not. */
	private static final Pattern WITHOUT_BLANKS = Pattern.compile("[0-9]+|[^\\s<>\"]+@[^\\s<>\"]+");

	private PastedEntries() {
	}

	/**
	 * Passes on the elements of a JSON array. It may end early, because the end of the
	 * text tells whether it is one.
	 * @return whether the text is a JSON array
	 */
	static boolean readJson(LongText text, Consumer<String> entries) {
		try (JsonParser json = JsonMapper.shared().createParser(new PlainReader(text.open()))) {
			if (json.nextToken() != JsonToken.START_ARRAY) {
				return false;
			}
			while (json.nextToken() != JsonToken.END_ARRAY) {
				entries.accept(json.currentToken().isScalarValue() ? json.getString() : structure(json));
			}
			return json.nextToken() == null;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static String structure(JsonParser json) {
		StringWriter text = new StringWriter();
		try (JsonGenerator copy = JsonMapper.shared().createGenerator(text)) {
			copy.copyCurrentStructure(json);
		}
		return text.toString();
	}

	/**
	 * Passes on the entries of any other text.
	 */
	static void read(LongText text, Consumer<String> entries) {
		try (Reader forBrackets = new PlainReader(text.open()); Reader forEntries = new PlainReader(text.open())) {
			EntryScanner scanner = new EntryScanner(forEntries, Brackets.find(forBrackets));
			for (Optional<String> entry = scanner.next(); entry.isPresent(); entry = scanner.next()) {
				words(entry.get().strip()).forEach(entries);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The ids and e-mail addresses of an entry that has several of them.
	 */
	private static List<String> words(String entry) {
		if (entry.indexOf(' ') < 0) {
			return List.of(entry);
		}
		List<String> words = List.of(entry.split(" +"));
		boolean several = words.stream().allMatch((word) -> WITHOUT_BLANKS.matcher(word).matches());
		return (several && !THOUSANDS.matcher(entry).matches()) ? words : List.of(entry);
	}

}
