package dev.segmentation.shared.web.page.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dark theme without JavaScript has the colours of the one with JavaScript.
 */
class DarkStylesTests {

	private static final String TABLER = "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";

	private static final Pattern RULE = Pattern
		.compile("(?:^|[}/\\n])\\[data-bs-theme=\"?dark\"?\\](?:,[^{]*)?\\s*\\{([^}]*)\\}");

	@Test
	void haveTheVariablesOfTablerAndOfTheApplication() throws IOException {
		List<String> dark = declarations(Files.readString(Path.of("frontend-assets/dark.css"))).toList();
		List<String> expected = Stream.of(tabler(), Files.readString(Path.of("frontend-assets/app.css")))
			.flatMap((css) -> RULE.matcher(css).results().map((rule) -> rule.group(1)))
			.filter((body) -> !body.contains("carousel"))
			.flatMap(DarkStylesTests::declarations)
			.toList();
		assertThat(expected).hasSizeGreaterThan(50);
		assertThat(dark).containsAll(expected);
	}

	private static Stream<String> declarations(String css) {
		return Stream.of(css.split("[{};]"))
			.map((part) -> part.replaceAll("\\s", ""))
			.filter((part) -> part.contains(":"));
	}

	private static String tabler() throws IOException {
		try (InputStream css = Objects.requireNonNull(DarkStylesTests.class.getResourceAsStream(TABLER))) {
			return new String(css.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
