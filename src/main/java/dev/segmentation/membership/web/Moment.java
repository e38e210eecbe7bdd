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

	/**
	 * Reads a moment.
	 * @param text an instant, or a local date and time in the zone
	 */
	static Moment parse(String text, ZoneId zone) {
		try {
			boolean local = !text.endsWith("Z");
			Instant instant = local ? LocalDateTime.parse(text).atZone(zone).toInstant() : Instant.parse(text);
			return new Moment(text, instant.truncatedTo(ChronoUnit.MICROS), local, List.of());
		}
		catch (DateTimeException ex) {
			return new Moment(text, null, false, List.of()).refused("moment.unreadable");
		}
	}

	/**
	 * Returns the moment with the reason why it cannot be used.
	 */
	Moment refused(String key, String... arguments) {
		return new Moment(this.text, null, false, List.of(InputProblem.of("as_of", key, arguments)));
	}

	/**
	 * Returns the value for a field of the zone. A text that cannot be used stays.
	 */
	String field(ZoneId zone) {
		return (this.instant != null)
				? LocalDateTime.ofInstant(this.instant, zone).truncatedTo(ChronoUnit.SECONDS).toString() : this.text;
	}

}
