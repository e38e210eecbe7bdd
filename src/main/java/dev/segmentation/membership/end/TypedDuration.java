package dev.segmentation.membership.end;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as people type it on pages: {@code 14}, {@code 14 days}, {@code 2 weeks},
 * {@code 14 дней}, and everything that {@link CalendarDuration} reads. A number without a
 * unit is a number of days. The API does not understand these words.
 */
public final class TypedDuration {

	private static final Pattern PART = Pattern
		.compile("(?:and |и )?(?:an? )?([0-9]{1,20}(?:[.,][0-9]{1,20})? ?)?([a-zа-я]+)\\.? ?");

	private static final Pattern DAYS = Pattern.compile("[0-9]{1,20}(?:[.,][0-9]{1,20})?");

	private TypedDuration() {
	}

	/**
	 * Reads a duration.
	 * @throws InvalidTtlException when it is unreadable, is zero, or is longer than ten
	 * years
	 */
	public static CalendarDuration parse(String text) {
		String typed = text.strip().replaceAll("[\\h\\v]+", " ");
		try {
			return CalendarDuration.parse(typed.replace(" ", ""));
		}
		catch (InvalidTtlException ex) {
			return CalendarDuration.parse(withUnits(typed.toLowerCase(Locale.ROOT)));
		}
	}

	private static String withUnits(String typed) {
		if (DAYS.matcher(typed).matches()) {
			return typed.replace(',', '.') + "d";
		}
		StringBuilder units = new StringBuilder();
		Matcher part = PART.matcher(typed);
		while (part.lookingAt()) {
			units.append(Unit.named(part.group(2)).times(amount(part.group(1))));
			part.region(part.end(), part.regionEnd());
		}
		if (part.regionStart() < part.regionEnd()) {
			throw new InvalidTtlException();
		}
		return units.toString();
	}

	/** A unit alone, such as "a week", is one of it. */
	private static BigDecimal amount(String text) {
		return (text != null) ? new BigDecimal(text.strip().replace(',', '.')) : BigDecimal.ONE;
	}

	/** The words for a unit. */
	private enum Unit {

		MINUTES(1, "m", "m|mins?|minutes?|м|мин|минут[аыу]?"), HOURS(1, "h", "h|hrs?|hours?|ч|час|часа|часов"),
		DAYS(1, "d", "d|days?|д|дн|день|дня|дней|дни|сут|сутки|суток"),
		WEEKS(1, "w", "w|wks?|weeks?|н|нед|недел[яиюь]"), MONTHS(30, "d", "mos?|months?|мес|месяц|месяца|месяцев"),
		YEARS(365, "d", "y|yrs?|years?|г|год|года|лет"), SECONDS(1, "s", "s|secs?|seconds?|с|сек|секунд[аыу]?");

		private final BigDecimal factor;

		private final String symbol;

		private final Pattern words;

		Unit(int factor, String symbol, String words) {
			this.factor = BigDecimal.valueOf(factor);
			this.symbol = symbol;
			this.words = Pattern.compile(words);
		}

		static Unit named(String word) {
			return Arrays.stream(values())
				.filter((unit) -> unit.words.matcher(word).matches())
				.findFirst()
				.orElseThrow(InvalidTtlException::new);
		}

		String times(BigDecimal amount) {
			return amount.multiply(this.factor).toPlainString() + this.symbol;
		}

	}

}
