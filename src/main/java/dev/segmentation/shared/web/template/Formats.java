package dev.segmentation.shared.web.template;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes dates and times in the language and the time zone of the reader. The templates
 * call it {@code formats}.
 */
@Component
public class Formats {

	/** The days with names, by their distance from today. */
	private static final Map<Long, Direction> DAYS = Map.of(-1L, Direction.LAST, 0L, Direction.THIS, 1L,
			Direction.NEXT);

	private static final Pattern ZEROS = Pattern.compile("(?<![^:])0(?::0)+(?![^:%])");

	private final Clock clock;

	Formats(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Date and time in the time zone of the reader.
	 */
	public String when(Instant instant) {
		return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT),
				instant.atZone(timeZone()));
	}

	/**
	 * A network address, with the longest row of zeros of an address of IPv6 as "::".
	 */
	public String address(String address) {
		return ZEROS.matcher(address)
			.results()
			.reduce((one, other) -> (other.group().length() > one.group().length()) ? other : one)
			.map((zeros) -> address.substring(0, zeros.start()) + ":".repeat((zeros.start() == 0) ? 1 : 0)
					+ ":".repeat((zeros.end() == address.length()) ? 1 : 0) + address.substring(zeros.end()))
			.orElse(address);
	}

	/**
	 * A future time with its weekday and the city of the reader's time zone: "Tue, Dec
	 * 10, 14:00 (Moscow)". Another year is named.
	 */
	public String end(Instant instant) {
		ZonedDateTime end = instant.atZone(timeZone());
		boolean thisYear = end.getYear() == this.clock.instant().atZone(timeZone()).getYear();
		return "%s, %s (%s)".formatted(format(DateTimeFormatter.ofLocalizedPattern(thisYear ? "MMMEd" : "yMMMEd"), end),
				minute(end), city());
	}

	/**
	 * A date without its year, with its weekday.
	 */
	public String weekday(LocalDate date) {
		return format(DateTimeFormatter.ofLocalizedPattern("MMMEd"), date);
	}

	private static String city() {
		String city = TimeZoneNames.getInstance(locale()).getExemplarLocationName(timeZone().getId());
		return (city != null) ? city : timeZone().getId();
	}

	/**
	 * Date and time in the time zone of the reader, as short as they are clear: "today
	 * 14:05", "25 Oct, 09:12". Only another year is named.
	 */
	public String moment(Instant instant) {
		ZonedDateTime time = instant.atZone(timeZone());
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), timeZone());
		Direction near = DAYS.get(ChronoUnit.DAYS.between(today, time.toLocalDate()));
		if (near != null) {
			String day = RelativeDateTimeFormatter.getInstance(ULocale.forLocale(locale()))
				.format(near, AbsoluteUnit.DAY);
			return day + " " + minute(time);
		}
		return (time.getYear() == today.getYear()) ? day(time.toLocalDate()) + ", " + minute(time) : when(instant);
	}

	/**
	 * The hour that begins at an instant, in the time zone of the reader: "25 Oct,
	 * 09:00–10:00".
	 */
	public String hour(Instant start) {
		ZonedDateTime time = start.atZone(timeZone());
		return day(time.toLocalDate()) + ", " + minute(time) + "–" + minute(time.plusHours(1));
	}

	/**
	 * Everything about an instant: date and time with the time zone of the reader, and in
	 * UTC.
	 */
	public String full(Instant instant) {
		String exact = exact(instant);
		return timeZone().normalized().equals(ZoneOffset.UTC) ? exact
				: "%s (%s) · %s".formatted(when(instant), zone(), exact);
	}

	private static String minute(ZonedDateTime time) {
		return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), time);
	}

	/**
	 * Date and time to the second, in the time zone of the reader.
	 */
	public String second(Instant instant) {
		return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM),
				instant.atZone(timeZone()));
	}

	/**
	 * The time of day to the second, in the time zone of the reader.
	 */
	public String timeOfDay(Instant instant) {
		return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), instant.atZone(timeZone()));
	}

	/**
	 * A date with its year.
	 */
	public String date(LocalDate date) {
		return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), date);
	}

	/**
	 * A month with its year.
	 */
	public String month(YearMonth month) {
		return format(DateTimeFormatter.ofLocalizedPattern("yMMMM"), month);
	}

	/**
	 * A date without its year.
	 */
	public String day(LocalDate date) {
		return format(DateTimeFormatter.ofLocalizedPattern("MMMd"), date);
	}

	/**
	 * The instant in UTC, to the second, in the same form for every reader.
	 */
	public String exact(Instant instant) {
		return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
			.format(instant.atZone(ZoneOffset.UTC));
	}

	/**
	 * The current instant.
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * The language as a tag: "en", "ru".
	 */
	public String language() {
		return locale().toLanguageTag();
	}

	/**
	 * The time zone as people know it: "Europe/Berlin", "UTC".
	 */
	public String zone() {
		return timeZone().getId();
	}

	private static String format(DateTimeFormatter format, TemporalAccessor time) {
		return format.withLocale(locale()).format(time);
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	private static ZoneId timeZone() {
		return LocaleContextHolder.getTimeZone().toZoneId();
	}

}
