package dev.segmentation.shared.web.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes numbers, sizes and times in the language and the time zone of the reader. The
 * templates call it {@code formats}.
 */
@Component
public class Formats {

	private static final List<MeasureUnit> SIZES = List.of(MeasureUnit.BYTE, MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE,
			MeasureUnit.GIGABYTE);

	/** Days are counted up to two months. */
	private static final List<Step> STEPS = List.of(
			new Step(Duration.ofDays(60), Duration.ofDays(30), RelativeDateTimeUnit.MONTH),
			new Step(Duration.ofDays(1), Duration.ofDays(1), RelativeDateTimeUnit.DAY),
			new Step(Duration.ofHours(1), Duration.ofHours(1), RelativeDateTimeUnit.HOUR),
			new Step(Duration.ofMinutes(1), Duration.ofMinutes(1), RelativeDateTimeUnit.MINUTE),
			new Step(Duration.ZERO, Duration.ofSeconds(1), RelativeDateTimeUnit.SECOND));

	/** The days with names, by their distance from today. */
	private static final Map<Long, Direction> DAYS = Map.of(-1L, Direction.LAST, 0L, Direction.THIS, 1L,
			Direction.NEXT);

	/** The smallest and the largest share that is written, in percent. */
	private static final BigDecimal LEAST = new BigDecimal("0.01");

	private static final BigDecimal MOST = new BigDecimal("99.99");

	private final Clock clock;

	Formats(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A whole number with the separators of the language.
	 */
	public String number(long number) {
		return NumberFormat.getIntegerInstance(locale()).format(number);
	}

	/**
	 * A percentage with at most two decimals.
	 * @param percent from 0 to 100
	 */
	public String percent(BigDecimal percent) {
		NumberFormat format = NumberFormat.getPercentInstance(locale());
		format.setMaximumFractionDigits(2);
		return format.format(percent.movePointLeft(2));
	}

	/**
	 * The share of a part in percent with at most two decimals. A part that is not all or
	 * nothing is neither 0% nor 100%.
	 */
	public String share(long part, long all) {
		if (part == 0 || part >= all) {
			return percent(BigDecimal.valueOf((part == 0) ? 0 : 100));
		}
		BigDecimal exact = BigDecimal.valueOf(part)
			.movePointRight(2)
			.divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_EVEN);
		BigDecimal shown = exact.max(LEAST).min(MOST);
		return ((exact.signum() == 0) ? "<" : "") + percent(shown);
	}

	/**
	 * The size of a file in the largest unit that fits: "38.1 MB".
	 */
	public String size(long bytes) {
		double size = bytes;
		int unit = 0;
		while (size >= 1000 && unit < SIZES.size() - 1) {
			size /= 1000;
			unit++;
		}
		com.ibm.icu.text.NumberFormat number = com.ibm.icu.text.NumberFormat.getInstance(locale());
		number.setMaximumFractionDigits((size < 100 && unit > 0) ? 1 : 0);
		FormatWidth width = (unit == 0) ? FormatWidth.WIDE : FormatWidth.SHORT;
		return MeasureFormat.getInstance(ULocale.forLocale(locale()), width, number)
			.format(new Measure(size, SIZES.get(unit)));
	}

	/**
	 * The time since an instant, or until it, in the largest unit that fits: "3 min.
	 * ago". Less than a minute is "now".
	 */
	public String ago(Instant instant) {
		RelativeDateTimeFormatter format = RelativeDateTimeFormatter.getInstance(ULocale.forLocale(locale()), null,
				RelativeDateTimeFormatter.Style.SHORT, DisplayContext.CAPITALIZATION_NONE);
		Duration past = Duration.between(instant, this.clock.instant());
		Duration distance = past.abs();
		if (!past.isNegative() && distance.toMinutes() == 0) {
			return format.format(0, RelativeDateTimeUnit.SECOND);
		}
		Step step = STEPS.stream().filter((each) -> distance.compareTo(each.from()) >= 0).findFirst().orElseThrow();
		long count = distance.dividedBy(step.length());
		return format.formatNumeric(past.isNegative() ? count : -count, step.unit());
	}

	/**
	 * The remaining time in its two largest units: "2d 4h". After the end it is "0m 0s".
	 */
	public String left(Instant end) {
		Duration left = Duration.between(this.clock.instant(), end);
		left = left.isNegative() ? Duration.ZERO : left;
		List<Measure> parts = List.of(new Measure(left.toDays(), MeasureUnit.DAY),
				new Measure(left.toHoursPart(), MeasureUnit.HOUR),
				new Measure(left.toMinutesPart(), MeasureUnit.MINUTE),
				new Measure(left.toSecondsPart(), MeasureUnit.SECOND));
		int first = 0;
		while (first < parts.size() - 2 && parts.get(first).getNumber().longValue() == 0) {
			first++;
		}
		return MeasureFormat.getInstance(locale(), FormatWidth.NARROW)
			.formatMeasures(parts.get(first), parts.get(first + 1));
	}

	/**
	 * Date and time in the time zone of the reader.
	 */
	public String when(Instant instant) {
		return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT),
				instant.atZone(timeZone()));
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

	/**
	 * A unit of relative times.
	 *
	 * @param from the shortest distance that is written in this unit
	 * @param length the length of the unit
	 */
	private record Step(Duration from, Duration length, RelativeDateTimeUnit unit) {
	}

}
