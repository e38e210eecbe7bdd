package dev.segmentation.membership.list;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.end.TypedDuration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ends that the lines of a file have: an instant, a date, or a duration from
 * the moment of reading.
 */
final class EntryEnds {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss]]");

	private final int until;

	private final int ttl;

	private final ZoneId zone;

	private final ZoneId durations;

	private final Instant now;

	/**
	 * Finds the columns.
	 * @param now the moment of reading, in the time zone of dates without one
	 */
	EntryEnds(ListHeader header, ZonedDateTime now) {
		this.until = ListColumn.UNTIL.indexIn(header.names());
		this.ttl = ListColumn.TTL.indexIn(header.names());
		boolean utc = this.until >= 0 && header.names().get(this.until).toLowerCase(Locale.ROOT).contains("utc");
		this.zone = utc ? ZoneOffset.UTC : now.getZone();
		this.durations = now.getZone();
		this.now = now.toInstant();
	}

	End read(List<String> cells) {
		String end = cell(cells, this.until);
		String duration = cell(cells, this.ttl);
		if (!end.isEmpty() && !duration.isEmpty()) {
			return new End(null, EntryProblem.END_INVALID);
		}
		if (end.isEmpty() && duration.isEmpty()) {
			return End.NONE;
		}
		try {
			return checked(end.isEmpty() ? TypedDuration.parse(duration).from(this.now, this.durations) : null, end);
		}
		catch (DateTimeException | InvalidTtlException ex) {
			return new End(null, EntryProblem.END_INVALID);
		}
	}

	private End checked(@Nullable Duration duration, String end) {
		Instant instant = (duration != null) ? this.now.plus(duration) : instant(end);
		if (instant.isAfter(this.now.plus(Ttl.LONGEST))) {
			return new End(null, EntryProblem.END_INVALID);
		}
		return instant.isAfter(this.now) ? new End(instant, null) : new End(null, EntryProblem.END_PASSED);
	}

	private Instant instant(String text) {
		if (text.matches(".*(Z|[+-][0-9:]{2,5})") && text.indexOf(':') > 0) {
			return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
		}
		return switch (LOCAL.parseBest(text, LocalDateTime::from, LocalDate::from)) {
			case LocalDateTime local -> local.atZone(this.zone).toInstant();
			case LocalDate day -> day.atStartOfDay(this.zone).toInstant();
			default -> throw new DateTimeException(text);
		};
	}

	private static String cell(List<String> cells, int index) {
		return (index >= 0 && index < cells.size()) ? cells.get(index) : "";
	}

	/**
	 * The end of a line.
	 */
	record End(@Nullable Instant until, @Nullable EntryProblem problem) {

		static final End NONE = new End(null, null);

	}

}
