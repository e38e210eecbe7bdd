package dev.segmentation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document in two languages. Each paragraph is in English, in Russian or for both.
 *
 * @param name the file name without extension
 */
record Template(String name, List<String> paragraphs) {

	private static final String ENGLISH = "en: ";

	private static final String RUSSIAN = "ru: ";

	static Template read(String name) throws IOException {
		Path file = Path.of("src", "test", "docs", name + ".md");
		return new Template(name, List.of(Files.readString(file).strip().split("\n\n")));
	}

	/** The paragraphs for both languages. */
	Stream<String> common() {
		return this.paragraphs.stream()
			.filter((paragraph) -> !paragraph.startsWith(ENGLISH) && !paragraph.startsWith(RUSSIAN));
	}

	/**
	 * Returns the text of each document.
	 * @param fill returns, for each document, what changes the paragraphs for both
	 * languages
	 */
	Map<Path, String> documents(Supplier<UnaryOperator<String>> fill) {
		return Map.of(Path.of("docs", this.name + ".md"), document(ENGLISH, RUSSIAN, fill.get()),
				Path.of("docs", this.name + ".ru.md"), document(RUSSIAN, ENGLISH, fill.get()));
	}

	private String document(String language, String other, UnaryOperator<String> fill) {
		return this.paragraphs.stream()
			.filter((paragraph) -> !paragraph.startsWith(other))
			.map((paragraph) -> paragraph.startsWith(language) ? paragraph.substring(language.length())
					: fill.apply(paragraph))
			.collect(Collectors.joining("\n\n", "", "\n"));
	}

}
