package dev.segmentation.set;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import dev.segmentation.segment.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SetParserTests {

	private static final List<String> NAMES = List.of("A", "B", "C", "two words", "and", "say \"hi\"", "(x)");

	/** The names of the user's segments, and whether the user belongs to the set. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\'',
			value = { "A; A; true", "A; B; false", "A and B; A; false", "A and B; A,B; true", "A or B; B; true",
					"not A; B; true", "not A; A; false", "not not A; A; true", "A or B and C; A; true",
					"A or B and C; B; false", "(A or B) and C; A; false", "(A or B) and C; A,C; true",
					"A and not (B or C); A; true", "A and not (B or C); A,C; false", "A AND NOT B; A; true",
					"A и не B; A; true", "A или B; B; true", "everyone; ''; true", "все and not A; ''; true",
					"\"two words\" and A; A,two words; true", "\"and\" and A; A,and; true",
					"\"say \"\"hi\"\"\"; say \"hi\"; true", "\"(x)\"; (x); true",
					"“two words” and «A»; A,two words; true", "„two words“; two words; true", "((A)); A; true" })
	void readsExpressions(String text, String in, boolean belongs) {
		Set<String> names = Set.of(in.split(","));
		assertThat(parse(text).contains((segment) -> names.contains(segment.name()))).isEqualTo(belongs);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\'',
			value = { "''; end", "A and; end", "not; end", "(A; open", "A B; unexpected", "A); unexpected",
					"and; unexpected", "A and or B; unexpected", "(); unexpected", "\"A; quote", "A \"; quote",
					"«A; quote", "D words and A; blanks", "A and D; unknown", "\"\"; unknown", "a'; unknown" })
	void refusesOthers(String text, String problem) {
		assertThatExceptionOfType(InvalidSetException.class).isThrownBy(() -> parse(text))
			.satisfies((ex) -> assertThat(ex.key()).isEqualTo("sets.problem." + problem));
	}

	@Test
	void limitsLengthNestingAndSegments() {
		assertThat(parse("(".repeat(10) + "A" + ")".repeat(10)).segments()).hasSize(1);
		refused("(".repeat(30) + "A" + ")".repeat(30), "nested");
		refused("not ".repeat(200) + "A", "nested");
		refused("A or ".repeat(250) + "A", "long");
		String many = String.join(" or ", IntStream.range(0, 21).mapToObj((at) -> "s" + at).toList());
		assertThatExceptionOfType(InvalidSetException.class).isThrownBy(
				() -> SetParser.parse(many, (name) -> Optional.of(segment(Integer.parseInt(name.substring(1)), name))))
			.satisfies((ex) -> assertThat(ex.key()).isEqualTo("sets.problem.many"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A", "two words", "and", "say \"hi\"", "(x)" })
	void readsTheNamesThatItWrites(String name) {
		assertThat(parse(SetParser.quoted(name))).isEqualTo(new SetExpression.Members(found(name).orElseThrow()));
	}

	private static void refused(String text, String problem) {
		assertThatExceptionOfType(InvalidSetException.class).isThrownBy(() -> parse(text))
			.satisfies((ex) -> assertThat(ex.key()).isEqualTo("sets.problem." + problem));
	}

	private static SetExpression parse(String text) {
		return SetParser.parse(text, SetParserTests::found);
	}

	private static Optional<Segment> found(String name) {
		int at = NAMES.indexOf(name);
		return (at >= 0) ? Optional.of(segment(at, name)) : Optional.empty();
	}

	private static Segment segment(long id, String name) {
		return new Segment(id, name, BigDecimal.ZERO);
	}

}
