package dev.segmentation.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

/**
 * Compares the English and the Russian text of each document, so that a change of one is
 * not forgotten in the other.
 */
class DocumentLanguagesTests {

	private static final String RUSSIAN = ".ru.md";

	@Test
	void existInBothLanguages() throws IOException {
		assertThat(files(true).map(DocumentLanguagesTests::english)).as("documents in Russian")
			.containsExactlyInAnyOrderElementsOf(english().toList());
	}

	@ParameterizedTest
	@MethodSource("english")
	void haveTheSameContent(Path file) {
		Document english = Document.english(file);
		Document russian = Document.russian(russian(file));
		assertSoftly((softly) -> {
			softly.assertThat(russian.headings())
				.as("levels of the headings of %s", russian(file))
				.usingElementComparator(Comparator.comparing((heading) -> heading.indexOf(' ')))
				.containsExactlyElementsOf(english.headings());
			softly.assertThat(russian.tableRows())
				.as("rows of the tables of %s and their cells", russian(file))
				.usingElementComparator(Comparator.comparing((row) -> row.split("\\|").length))
				.containsExactlyElementsOf(english.tableRows());
			softly.assertThat(russian.codeBlocks())
				.as("code blocks of %s, without comments", russian(file))
				.containsExactlyElementsOf(english.codeBlocks());
			softly.assertThat(russian.inlineCode())
				.as("settings, commands and other `code` of %s", russian(file))
				.containsExactlyElementsOf(english.inlineCode());
			softly.assertThat(russian.figures())
				.as("figures of %s", russian(file))
				.containsExactlyElementsOf(english.figures());
			softly.assertThat(russian.links())
				.as("links of %s, to Russian documents if they exist", russian(file))
				.containsExactlyElementsOf(english.links().stream().map((link) -> inRussian(file, link)).toList());
		});
	}

	@ParameterizedTest
	@MethodSource("english")
	void linkToTheOtherLanguageAtTheTop(Path file) {
		Path russian = russian(file);
		assertThat(Document.english(file).firstLines()).as("first lines of %s", file)
			.matches("# .+\n\nEnglish · \\[Русский]\\(%s\\)\n".formatted(russian.getFileName()));
		assertThat(Document.russian(russian).firstLines()).as("first lines of %s", russian)
			.matches("# .+\n\n\\[English]\\(%s\\) · Русский\n".formatted(file.getFileName()));
	}

	static Stream<Path> english() throws IOException {
		return files(false);
	}

	private static Stream<Path> files(boolean russian) throws IOException {
		try (Stream<Path> docs = Files.list(Path.of("docs"))) {
			List<Path> documents = docs.filter((file) -> file.toString().endsWith(".md")).toList();
			return Stream.concat(Stream.of(Path.of("README.md"), Path.of("README.ru.md")), documents.stream())
				.filter((file) -> file.toString().endsWith(RUSSIAN) == russian);
		}
	}

	private static String inRussian(Path file, String link) {
		Path target = file.resolveSibling(russian(Path.of(link)));
		return Files.exists(target) ? russian(Path.of(link)).toString() : link;
	}

	private static Path russian(Path file) {
		return Path.of(file.toString().replaceFirst("\\.md$", RUSSIAN));
	}

	private static Path english(Path file) {
		return Path.of(file.toString().replace(RUSSIAN, ".md"));
	}

}
