package dev.segmentation.membership.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.segmentation.shared.InputProblem;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the past as a URL or a field names it. The URL has an instant, such as
 * {@code 2026-10-03T09:00:00Z}, which means the same to every reader. A field sends local
 * time.
 *
 * @param text as it was sent
 * @param instant {@code null} when it cannot be used
 * @param local whether the text was a local time
 * @param problems why it cannot be used
 */
record Moment(String text, @Nullable Instant instant, boolean local, List<InputProblem> problems) {

	/** PostgreSQL accepts all earlier times. */
	private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	/**
	 * Reads a moment.
	 * @param field the name of its field
	 * @param text an instant, or a local date and time in the zone
	 */
	static Moment parse(String field, String text, ZoneId zone) {
		try {
			boolean local = !text.endsWith("Z");
			Instant instant = local ? LocalDateTime.parse(text).atZone(zone).toInstant() : Instant.parse(text);
			if (!instant.isBefore(Instant.EPOCH) && instant.isBefore(END)) {
				return new Moment(text, instant.truncatedTo(ChronoUnit.MICROS), local, List.of());
			}
		}
		catch (DateTimeException ex) {
			// A text that is no time is refused like one that is out of range.
		}
		return new Moment(text, null, false, List.of()).refused(field, "moment.unreadable");
	}

	/**
	 * Returns the moment with the reason why it cannot be used.
	 */
	Moment refused(String field, String key, String... arguments) {
		return new Moment(this.text, null, false, List.of(InputProblem.of(field, key, arguments)));
	}

	/**
	 * Returns the value for a field of the zone. A text that cannot be used stays.
	 */
	String field(ZoneId zone) {
		return (this.instant != null)
				? LocalDateTime.ofInstant(this.instant, zone).truncatedTo(ChronoUnit.SECONDS).toString() : this.text;
	}

}
