package dev.segmentation.membership.list;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.segmentation.shared.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PastedListTests {

	@ParameterizedTest
	@ValueSource(strings = { "1\nanna\nb@x.io", "1\r\nanna\r\nb@x.io\r\n", "1,anna,b@x.io", "1; anna; b@x.io;",
			" 1 ,\n\n anna,,\n;b@x.io", "1\tanna\tb@x.io", "\uFEFF1\n\"anna\"\n\" b@x.io \"",
			"1\u2028anna\rb@x.io\u0000" })
	void splitsAtLinesCommasSemicolonsAndTabs(String text) {
		assertThat(PastedList.parse(text).entries()).containsExactly("1", "anna", "b@x.io");
	}

	@Test
	void keepsTheOtherCharactersOfNames() {
		assertThat(PastedList.parse("anna maria\n\"\nd'arc\n😀|x").entries()).containsExactly("anna maria", "\"",
				"d'arc", "😀|x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \n", ",;\t", "\"\"" })
	void refusesAnEmptyList(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> PastedList.parse(text));
	}

	@Test
	void acceptsAtMostAHundredThousandEntries() {
		String most = IntStream.range(0, 100_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
		assertThat(PastedList.parse(most).entries()).hasSize(100_000);
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> PastedList.parse(most + ",one more"))
			.satisfies((ex) -> assertThat(ex.arguments()).containsExactly(100_001, 100_000));
	}

}
