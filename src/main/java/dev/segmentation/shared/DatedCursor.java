package dev.segmentation.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list that is ordered by date and id, newest first, and the way to go from
 * there.
 *
 * @param onward whether what follows (older) is wanted, or what comes before
 */
public record DatedCursor(Instant date, long id, boolean onward) {

	private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

	/**
	 * Reads what {@link #text()} has written.
	 * @throws InvalidInputException when it is anything else
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
	 * As URLs carry it.
	 */
	public String text() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.date) + "." + this.id;
	}

}
