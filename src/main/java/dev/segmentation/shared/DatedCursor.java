package dev.segmentation.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a list that is ordered by date and id, newest first, with a direction.
 *
 * @param onward whether the older items follow, or the newer ones
 */
public record DatedCursor(Instant date, long id, boolean onward) {

	private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

	/**
	 * Parses the result of {@link #text()}.
	 * @throws InvalidInputException when the text is invalid
	 */
	public static DatedCursor parse(String text, boolean onward) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw new InvalidInputException();
		}
		Instant date = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
		return new DatedCursor(date, Long.parseLong(matcher.group(2)), onward);
	}

	/**
	 * Returns the text for URLs.
	 */
	public String text() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.date) + "." + this.id;
	}

}
