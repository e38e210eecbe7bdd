package dev.segmentation.shared.web.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes numbers, percentages and sizes in the language of the reader. The templates call
 * it {@code numbers}.
 */
@Component
public class Numbers {

	private static final List<MeasureUnit> SIZES = List.of(MeasureUnit.BYTE, MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE,
			MeasureUnit.GIGABYTE);

	/** The smallest and the largest share that is written, in percent. */
	private static final BigDecimal LEAST = new BigDecimal("0.01");

	private static final BigDecimal MOST = new BigDecimal("99.99");

	/**
	 * A whole number with the separators of the language.
	 */
	public String whole(long number) {
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

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
