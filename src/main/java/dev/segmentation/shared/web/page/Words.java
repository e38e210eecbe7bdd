package dev.segmentation.shared.web.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Numbers, times and plurals as the reader of the page writes them: in their language and
 * time zone. In templates it is {@code words}.
 */
@Component
public class Words {

	private final MessageSource messages;

	private final Clock clock;

	Words(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * A message.
	 */
	public String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale());
	}

	/**
	 * A message with a number, in the form that the language has for it: the key is
	 * followed by {@code .one}, {@code .few}, {@code .many} or {@code .other}.
	 * @param number the number, which is the message's first argument
	 * @param more the further arguments
	 */
	public String plural(String key, long number, Object... more) {
		List<Object> arguments = new ArrayList<>(List.of(number(number)));
		arguments.addAll(List.of(more));
		return this.messages.getMessage(pluralKey(key, number), arguments.toArray(), locale());
	}

	/**
	 * The key of the message in the form that the language has for the number.
	 */
	public String pluralKey(String key, long number) {
		return key + "." + PluralRules.forLocale(locale()).select(number);
	}

	/**
	 * A whole number with the separators of the language.
	 */
	public String number(long number) {
		return NumberFormat.getIntegerInstance(locale()).format(number);
	}

	/**
	 * A percentage with as many decimals as it has, at most two.
	 */
	public String percent(BigDecimal percent) {
		NumberFormat format = NumberFormat.getNumberInstance(locale());
		format.setMaximumFractionDigits(2);
		return message("words.percent", format.format(percent));
	}

	/**
	 * How much a file holds, in the largest unit that fits: "38.1 MB".
	 */
	public String size(long bytes) {
		List<MeasureUnit> units = List.of(MeasureUnit.BYTE, MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE,
				MeasureUnit.GIGABYTE);
		double size = bytes;
		int unit = 0;
		while (size >= 1000 && unit < units.size() - 1) {
			size /= 1000;
			unit++;
		}
		com.ibm.icu.text.NumberFormat format = com.ibm.icu.text.NumberFormat.getInstance(locale());
		format.setMaximumFractionDigits((size < 100 && unit > 0) ? 1 : 0);
		MeasureFormat.FormatWidth width = (unit == 0) ? MeasureFormat.FormatWidth.WIDE
				: MeasureFormat.FormatWidth.SHORT;
		return MeasureFormat.getInstance(ULocale.forLocale(locale()), width, format)
			.format(new Measure(size, units.get(unit)));
	}

	/**
	 * How long ago, or in how long, in the largest unit that fits: "3 min. ago".
	 */
	public String ago(Instant instant) {
		Duration past = Duration.between(instant, this.clock.instant());
		RelativeDateTimeFormatter format = RelativeDateTimeFormatter.getInstance(ULocale.forLocale(locale()), null,
				RelativeDateTimeFormatter.Style.SHORT, com.ibm.icu.text.DisplayContext.CAPITALIZATION_NONE);
		long seconds = past.abs().toSeconds();
		int sign = past.isNegative() ? 1 : -1;
		if (seconds < 60) {
			return (sign < 0) ? format.format(0, RelativeDateTimeUnit.SECOND)
					: format.formatNumeric(seconds, RelativeDateTimeUnit.SECOND);
		}
		if (seconds < 3600) {
			return format.formatNumeric(sign * (seconds / 60), RelativeDateTimeUnit.MINUTE);
		}
		if (seconds < 86_400) {
			return format.formatNumeric(sign * (seconds / 3600), RelativeDateTimeUnit.HOUR);
		}
		long days = seconds / 86_400;
		return (days < 60) ? format.formatNumeric(sign * days, RelativeDateTimeUnit.DAY)
				: format.formatNumeric(sign * (days / 30), RelativeDateTimeUnit.MONTH);
	}

	/**
	 * The time that is left, in its two largest units: "2d 4h". Nothing is left after the
	 * end.
	 */
	public String left(Instant end) {
		Duration left = Duration.between(this.clock.instant(), end);
		left = left.isNegative() ? Duration.ZERO : left;
		MeasureFormat format = MeasureFormat.getInstance(locale(), MeasureFormat.FormatWidth.NARROW);
		if (left.toDays() > 0) {
			return format.formatMeasures(new Measure(left.toDays(), MeasureUnit.DAY),
					new Measure(left.toHoursPart(), MeasureUnit.HOUR));
		}
		if (left.toHours() > 0) {
			return format.formatMeasures(new Measure(left.toHours(), MeasureUnit.HOUR),
					new Measure(left.toMinutesPart(), MeasureUnit.MINUTE));
		}
		return format.formatMeasures(new Measure(left.toMinutes(), MeasureUnit.MINUTE),
				new Measure(left.toSecondsPart(), MeasureUnit.SECOND));
	}

	/**
	 * Date and time in the reader's zone.
	 */
	public String when(Instant instant) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
			.withLocale(locale())
			.format(instant.atZone(zone()));
	}

	/**
	 * The time of the day, to the second, in the reader's zone.
	 */
	public String timeOfDay(Instant instant) {
		return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
			.withLocale(locale())
			.format(instant.atZone(zone()));
	}

	/**
	 * A date.
	 */
	public String date(LocalDate date) {
		return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(date);
	}

	/**
	 * A month and its year.
	 */
	public String month(YearMonth month) {
		return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale()).format(month);
	}

	/**
	 * A date of this year, short.
	 */
	public String day(LocalDate date) {
		return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale()).format(date);
	}

	/**
	 * The exact instant, the same for everybody.
	 */
	public String exact(Instant instant) {
		return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
			.format(instant.atZone(ZoneOffset.UTC));
	}

	/**
	 * Now, as "as of" tells it.
	 */
	public Instant now() {
		return this.clock.instant();
	}

	/**
	 * The language as a tag for the page and its script.
	 */
	public String language() {
		return locale().toLanguageTag();
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

	private static ZoneId zone() {
		TimeZone zone = LocaleContextHolder.getTimeZone();
		return zone.toZoneId();
	}

}
