package dev.segmentation.membership;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

import dev.segmentation.shared.InvalidInputException;

/**
 * A place among the members who have an end.
 */
record EndCursor(Instant end, long userId) {

	/** Before everybody. */
	static final EndCursor START = new EndCursor(Instant.EPOCH, 0);

	static EndCursor of(Member member) {
		return new EndCursor(Objects.requireNonNull(member.until()), member.userId());
	}

	static EndCursor parse(String text) {
		int separator = text.lastIndexOf('_');
		try {
			return new EndCursor(Instant.parse(text.substring(0, Math.max(0, separator))),
					Long.parseLong(text.substring(separator + 1)));
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw new InvalidInputException();
		}
	}

	@Override
	public String toString() {
		return this.end + "_" + this.userId;
	}

}
