package dev.segmentation.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown document, taken apart into what its other language must repeat.
 *
 * @param prose the text without code blocks
 * @param inEnglish writes the numbers of a text as in English
 */
record Document(String text, String prose, Function<String, String> inEnglish) {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\n.*?^ *```$");

	private static final Pattern INLINE_CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern LINK = Pattern.compile("(?<=\\]\\()[^)]+(?=\\))|(?<=<)https?:[^>]+(?=>)");

	private static final Pattern FIGURE = Pattern.compile("\\b\\d+(?:\\.\\d+)*");

	static Document english(Path file) {
		return read(file, (text) -> withoutGroups(text, ","));
	}

	/** Reads a text that writes 1 234,5 for 1234.5. */
	static Document russian(Path file) {
		return read(file, (text) -> withoutGroups(text, " ").replaceAll("(?<=\\d),(?=\\d)", "."));
	}

	private static String withoutGroups(String text, String separator) {
		return Pattern.compile("\\b\\d{1,3}(?:" + separator + "\\d{3})+\\b")
			.matcher(text)
			.replaceAll((number) -> number.group().replace(separator, ""));
	}

	private static Document read(Path file, Function<String, String> inEnglish) {
		try {
			String text = Files.readString(file);
			return new Document(text, BLOCK.matcher(text).replaceAll(""), inEnglish);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String firstLines() {
		return String.join("\n", this.text.lines().limit(4).toList());
	}

	List<String> headings() {
		return this.prose.lines().filter((line) -> line.startsWith("#")).toList();
	}

	List<String> tableRows() {
		return this.prose.lines().filter((line) -> line.startsWith("|")).toList();
	}

	/** Without comments, descriptions in columns and the names of placeholders. */
	List<String> codeBlocks() {
		return matches(BLOCK, this.text)
			.map((block) -> withoutPlaceholders(
					block.group().replaceAll(block.group(1).isEmpty() ? "(?<=\\S) {2,}.*" : "(^|\\s+)(#|--) .*", "")))
			.toList();
	}

	SortedSet<String> inlineCode() {
		return new TreeSet<>(matches(INLINE_CODE, this.prose)
			.map((code) -> withoutPlaceholders(code.group(1).replaceAll("\\s+", " ")))
			.toList());
	}

	private static String withoutPlaceholders(String code) {
		return code.replaceAll("<[^<>\n]+>", "<>");
	}

	/** All links but the one to the other language, which is the first. */
	List<String> links() {
		return matches(LINK, this.prose).skip(1).map((link) -> link.group().replaceAll("#.*", "#")).sorted().toList();
	}

	/** The numbers outside code and links. */
	List<String> figures() {
		String words = LINK.matcher(INLINE_CODE.matcher(this.prose).replaceAll("")).replaceAll("");
		return matches(FIGURE, this.inEnglish.apply(words)).map(MatchResult::group).sorted().toList();
	}

	private static Stream<MatchResult> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results();
	}

}
