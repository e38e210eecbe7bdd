package dev.segmentation.shared.web.template;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes the time from now to an instant in the language of the reader. The templates
 * call it {@code distances}.
 */
@Component
public class Distances {

	/** Days are counted up to two months. */
	private static final List<Step> STEPS = List.of(
			new Step(Duration.ofDays(60), Duration.ofDays(30), RelativeDateTimeUnit.MONTH),
			new Step(Duration.ofDays(1), Duration.ofDays(1), RelativeDateTimeUnit.DAY),
			new Step(Duration.ofHours(1), Duration.ofHours(1), RelativeDateTimeUnit.HOUR),
			new Step(Duration.ofMinutes(1), Duration.ofMinutes(1), RelativeDateTimeUnit.MINUTE),
			new Step(Duration.ZERO, Duration.ofSeconds(1), RelativeDateTimeUnit.SECOND));

	private final Clock clock;

	Distances(Clock clock) {
		this.clock = clock;
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

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
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
