package dev.segmentation.shared;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads days and months from texts such as 2026-11-24 and 2026-11.
 */
public final class DayText {

	private DayText() {
	}

	/**
	 * Parses a day or month. Years have four digits, and so has the day after: 9999 is
	 * not allowed.
	 */
	public static <T> Optional<T> parse(String text, Function<String, T> parser) {
		try {
			return text.matches("(?!9999)[1-9][0-9]{3}-.*") ? Optional.of(parser.apply(text)) : Optional.empty();
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
