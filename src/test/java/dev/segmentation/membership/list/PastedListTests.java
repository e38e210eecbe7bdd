package dev.segmentation.membership.list;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.segmentation.shared.LongText;
import dev.segmentation.shared.refusal.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PastedListTests {

	@ParameterizedTest
	@ValueSource(strings = { "1\nanna\nb@x.io", "1\r\nanna\r\nb@x.io\r\n", "1,anna,b@x.io", "1; anna; b@x.io;",
			" 1 ,\n\n anna,,\n;b@x.io", "1\tanna\tb@x.io", "\uFEFF1\n\"anna\"\n\" b@x.io \"",
			"1\u2028anna\rb@x.io\u0000" })
	void splitsAtLinesCommasSemicolonsAndTabs(String text) {
		assertThat(parse(text).entries()).containsExactly("1", "anna", "b@x.io");
	}

	@Test
	void keepsTheOtherCharactersOfNames() {
		assertThat(parse("anna maria\n\"\nd'arc\n😀|x").entries()).containsExactly("anna maria", "\"", "d'arc", "😀|x");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			["anna", 17, "a\\"b", null, ["x"]] | `anna|17|a"b|null|["x"]`
			[anna, boris]                      | `anna|boris`
			['anna', 'boris']                  | `anna|boris`
			(anna)                             | `(anna)`
			'O''Brien','x'                     | `O'Brien|x`
			'tis, 'twas                        | `'tis|'twas`
			"say ""hi\"""                       | `say "hi"`
			1,2,345                            | `1|2|345`
			101,102,103                        | `101,102,103`
			101,102,103,104,105,106,107        | `101|102|103|104|105|106|107`
			a,101,102                          | `a|101|102`
			1,234;5,678                        | `1,234|5,678`
			a@x.io b@x.io 17                   | `a@x.io|b@x.io|17`
			anna boris                         | `anna boris`
			="00123";'00124                    | `00123|00124`
			""")
	void readsTheFormatsOfOtherPrograms(String text, String entries) {
		assertThat(parse(text).entries()).containsExactly(entries.split("\\|"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\t", "\"", "\"\"", "'", "1,", "1,234,", "[", "(a,", " \u00A0", "<@" })
	void readsALargeTextOfAnyCharactersInAShortTime(String part) {
		String text = part.repeat(400_000) + "\nend";
		assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
			try {
				assertThat(parse(text).entries()).isNotEmpty();
			}
			catch (InvalidInputException ex) {
				assertThat(ex.key()).isEqualTo("members.paste.long");
			}
		});
	}

	/** Texts are read in blocks, which begin somewhere in an entry. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			1,234;'O''Brien','x'   | `1,234|O'Brien|x`
			"say ""hi, you\"""     | `say "hi, you"`
			a@x.io b@x.io          | `a@x.io|b@x.io`
			José  😀 | José  😀
			""")
	void readsTheSameEntriesAnywhereInALongText(String line, String entries) {
		List<String> all = Collections.nCopies(9_000, List.of(entries.split("\\|")))
			.stream()
			.flatMap(List::stream)
			.toList();
		assertThat(parse((line + "\n").repeat(9_000)).entries()).isEqualTo(all);
	}

	@Test
	void readsLongListsInBracketsAndInJson() {
		List<String> logins = IntStream.range(0, 20_000).mapToObj((number) -> "user-" + number).toList();
		assertThat(parse(" IN ('" + String.join("',\n'", logins) + "') ;\n").entries()).isEqualTo(logins);
		assertThat(parse("[\"" + String.join("\", \"", logins) + "\"]").entries()).isEqualTo(logins);
		assertThat(parse("[" + String.join(",", logins) + "] x").entries()).startsWith("[user-0", "user-1")
			.endsWith("user-19999] x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", ",;\t", "\"\"" })
	void refusesAnEmptyList(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> parse(text));
	}

	@Test
	void acceptsAtMostAMillionEntries() {
		String most = IntStream.range(0, 1_000_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
		assertThat(parse(most).entries()).hasSize(1_000_000);
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> parse(most + ",one more"))
			.satisfies((ex) -> assertThat(ex.arguments()).containsExactly(1_000_001, 1_000_000));
	}

	private static PastedList parse(String text) {
		return PastedList.parse(LongText.of(text));
	}

}
