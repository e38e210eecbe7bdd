package dev.segmentation.membership.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

import dev.segmentation.shared.InputProblem;
import org.jspecify.annotations.Nullable;

/**
 * A moment of the past as a URL or a field names it. The URL has an instant, such as
 * {@code 2026-10-03T09:00:00Z}, which means the same to every reader. A field sends local
 * time. A date alone means its first moment.
 *
 * @param text as it was sent
 * @param instant {@code null} when it cannot be used
 * @param local whether the text was not an instant in UTC
 * @param problems why it cannot be used
 */
record Moment(String text, @Nullable Instant instant, boolean local, List<InputProblem> problems) {

	/** PostgreSQL accepts all times in between. */
	private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

	private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE)
		.optionalStart()
		.appendLiteral('T')
		.append(DateTimeFormatter.ISO_LOCAL_TIME)
		.optionalStart()
		.appendOffsetId()
		.toFormatter(Locale.ROOT);

	/**
	 * Reads a moment.
	 * @param field the name of its field
	 * @param text an instant, or a local date in the zone, with a time or without
	 */
	static Moment parse(String field, String text, ZoneId zone) {
		try {
			TemporalAccessor time = FORMAT.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
			Instant instant = instant(time, zone).truncatedTo(ChronoUnit.MICROS);
			if (!instant.isBefore(BEGINNING) && instant.isBefore(END)) {
				return new Moment(text, instant, !text.endsWith("Z"), List.of());
			}
		}
		catch (DateTimeException ex) {
			// A text that is no time is refused like one that is out of range.
		}
		return new Moment(text, null, false, List.of()).refused(field, "moment.unreadable");
	}

	private static Instant instant(TemporalAccessor time, ZoneId zone) {
		return switch (time) {
			case Instant instant -> instant;
			case LocalDateTime local -> local.atZone(zone).toInstant();
			default -> LocalDate.from(time).atStartOfDay(zone).toInstant();
		};
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
