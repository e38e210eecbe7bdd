package dev.segmentation.shared;

import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

import dev.segmentation.shared.refusal.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CursorTests {

	private static final Instant INSTANT = Instant.parse("2026-11-26T10:11:12.345678Z");

	@Test
	void readsItsOwnText() {
		Cursor cursor = Cursor.after(INSTANT, 7L, "Ärger 😀/?&=").reversed();
		Cursor read = Objects.requireNonNull(Cursor.parse(cursor.text()));
		assertThat(read).isEqualTo(cursor);
		assertThat(read.back()).isTrue();
		assertThat(read.instant(0)).isEqualTo(INSTANT);
		assertThat(read.number(1)).isEqualTo(7);
		assertThat(read.key(2)).isEqualTo("Ärger 😀/?&=");
	}

	@Test
	void isSafeInUrls() {
		assertThat(Cursor.after("😀?>", Long.MIN_VALUE, Instant.EPOCH.minusSeconds(1)).text())
			.matches("[A-Za-z0-9_-]+");
	}

	@Test
	void readsAnEmptyTextAsTheStart() {
		assertThat(Cursor.parse(null)).isNull();
		assertThat(Cursor.parse("")).isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "x", "login:%00", "AAAA", "AAAAAAAAAAAA", "1.2", "%%%", "😀", "+999999999-01-01T00:00:00Z" })
	void refusesOtherTexts(String text) {
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Cursor.parse(text));
	}

	@Test
	void refusesEveryTextWithOneChangedByte() {
		byte[] bytes = Base64.getUrlDecoder().decode(Cursor.after(INSTANT, 7L).text());
		for (int i = 0; i < bytes.length; i++) {
			byte[] changed = bytes.clone();
			changed[i] ^= 1;
			String text = Base64.getUrlEncoder().encodeToString(changed);
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Cursor.parse(text));
		}
	}

	@Test
	void refusesKeysOfAnotherList() {
		Cursor cursor = Cursor.after("anna", Long.MAX_VALUE);
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cursor.number(0));
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cursor.instant(0));
		assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cursor.key(2));
	}

}
