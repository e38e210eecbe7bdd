package dev.segmentation.shared.web.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The texts of both languages and the formats of their arguments.
 */
class MessagesTests {

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

	private final Messages messages = new Messages();

	MessagesTests() throws IOException {
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | 1     | 1 segment
			en | 41203 | 41,203 segments
			ru | 1     | 1 сегмент
			ru | 23    | 23 сегмента
			ru | 41206 | 41\u00a0206 сегментов
			""")
	void choosesThePluralFormOfTheLanguage(Locale language, long segments, String text) {
		assertThat(this.messages.getMessage("act.segments.added", new Object[] { segments }, language)).isEqualTo(text);
	}

	@Test
	void writesNumbersForTheRegionOfTheReader() {
		assertThat(this.messages.getMessage("pager.shown", new Object[] { 50, 1234567 }, Locale.of("en", "IN")))
			.contains("12,34,567");
	}

	@Test
	void takesTheDefaultTextLiterallyWhenNoKeyHasAText() {
		DefaultMessageSourceResolvable error = new DefaultMessageSourceResolvable(new String[] { "no.such.key" },
				new Object[] { 1 }, "It's {0}");
		assertThat(this.messages.getMessage(error, Locale.ENGLISH)).isEqualTo("It's {0}");
	}

	@Test
	void refusesAKeyWithoutAText() {
		assertThatExceptionOfType(NoSuchMessageException.class).isThrownBy(() -> this.messages.get("no.such.key"));
	}

	@Test
	void haveTheSameArgumentsInBothLanguages() throws IOException {
		Map<String, Set<String>> english = arguments("");
		Map<String, Set<String>> russian = arguments("_ru");
		assertThat(russian).isEqualTo(english);
	}

	@Test
	void areValidFormats() throws IOException {
		for (String suffix : new String[] { "", "_ru" }) {
			texts(suffix).forEach((key, text) -> assertThat(new MessageFormat((String) text).toPattern()).as("%s", key)
				.isEqualTo(text));
		}
	}

	private static Map<String, Set<String>> arguments(String suffix) throws IOException {
		Map<String, Set<String>> arguments = new TreeMap<>();
		texts(suffix).forEach((key, text) -> arguments.put((String) key,
				ARGUMENT.matcher((String) text)
					.results()
					.map((MatchResult match) -> match.group(1))
					.collect(Collectors.toCollection(TreeSet::new))));
		return arguments;
	}

	private static Properties texts(String suffix) throws IOException {
		Properties texts = new Properties();
		for (Resource file : new PathMatchingResourcePatternResolver()
			.getResources("classpath:messages/*.properties")) {
			if (file.getFilename() != null && file.getFilename().endsWith("_ru.properties") == suffix.equals("_ru")) {
				PropertiesLoaderUtils.fillProperties(texts, new EncodedResource(file, StandardCharsets.UTF_8));
			}
		}
		return texts;
	}

}
