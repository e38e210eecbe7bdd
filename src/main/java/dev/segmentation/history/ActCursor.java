package dev.segmentation.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.shared.InvalidInputException;

/**
 * A place among the acts, at one of them. Stays where it is whatever is recorded later.
 */
public record ActCursor(Instant at, long id) implements Comparable<ActCursor> {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

	/**
	 * Before all acts of an instant, behind all that were earlier.
	 */
	static ActCursor start(Instant instant) {
		return new ActCursor(instant, 0);
	}

	/**
	 * Reads what {@link #text()} has written.
	 * @throws InvalidInputException when it is anything else
	 */
	public static ActCursor parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			throw new InvalidInputException();
		}
		Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
		return new ActCursor(at, Long.parseLong(matcher.group(2)));
	}

	/**
	 * As it stands in addresses.
	 */
	public String text() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.at) + "-" + this.id;
	}

	@Override
	public int compareTo(ActCursor other) {
		int byTime = this.at.compareTo(other.at);
		return (byTime != 0) ? byTime : Long.compare(this.id, other.id);
	}

}
