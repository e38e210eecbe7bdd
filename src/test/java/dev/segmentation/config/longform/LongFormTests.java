package dev.segmentation.config.longform;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.segmentation.shared.web.stream.SpoolSpace;
import dev.segmentation.shared.web.stream.StoredText;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LongFormTests {

	private static final long LIMIT = 1024 * 1024;

	private final SpoolSpace space = new SpoolSpace();

	@Test
	void putsTheLongTextIntoTheFileAndTheOthersIntoMemory() throws IOException {
		try (StoredText file = StoredText.create(this.space)) {
			Map<String, List<String>> fields = read("ttl=7d&text=a%0D%0Ab+%D0%B6&x=1&x=2&empty=&alone", file);
			assertThat(text(file)).isEqualTo("a\r\nb ж");
			assertThat(fields).hasEntrySatisfying("text", (mark) -> assertThat(mark.getFirst()).startsWith("text-"))
				.containsEntry("ttl", List.of("7d"))
				.containsEntry("x", List.of("1", "2"))
				.containsEntry("empty", List.of(""))
				.containsEntry("alone", List.of(""));
		}
	}

	/** A form that is sent twice has one key, and another text another one. */
	@Test
	void marksTheSameTextAlike() throws IOException {
		assertThat(mark("text=anna%0A" + "x".repeat(100_000))).isEqualTo(mark("text=%61nna%0A" + "x".repeat(100_000)))
			.isNotEqualTo(mark("text=Anna%0A" + "x".repeat(100_000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text=%zz", "text=%", "text=a%2", "%x=1", "text=a&text=b" })
	void refusesABrokenForm(String form) throws IOException {
		try (StoredText file = StoredText.create(this.space)) {
			assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> read(form, file));
		}
	}

	@ParameterizedTest
	@CsvSource({ "text=, 1100000", "ttl=, 70000", "'', 70000", "text=a&ttl=, 70000" })
	void refusesATooLargeForm(String start, int more) throws IOException {
		try (StoredText file = StoredText.create(this.space)) {
			assertThatExceptionOfType(InvalidParameterException.class)
				.isThrownBy(() -> read(start + "x".repeat(more), file))
				.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(413));
		}
	}

	@Test
	void refusesManyFields() throws IOException {
		try (StoredText file = StoredText.create(this.space)) {
			assertThatExceptionOfType(InvalidParameterException.class)
				.isThrownBy(() -> read("a=1&".repeat(1100), file));
		}
	}

	private String mark(String form) throws IOException {
		try (StoredText file = StoredText.create(this.space)) {
			return read(form, file).getOrDefault("text", List.of()).getFirst();
		}
	}

	private static Map<String, List<String>> read(String form, StoredText file) throws IOException {
		return LongForm.read(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)), LIMIT, "text", file);
	}

	private static String text(StoredText file) {
		return new BufferedReader(file.open()).lines().collect(Collectors.joining("\r\n"));
	}

}
