package dev.segmentation.segment.web;

import java.math.BigDecimal;

import dev.segmentation.shared.refusal.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Converts percentages. The API accepts a percentage (50) and returns a fraction (0.5).
 */
final class AssignPercent {

	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private AssignPercent() {
	}

	/**
	 * Returns a valid percentage; 0 for {@code null}.
	 * @throws InvalidInputException when it is below 0 or above 100
	 */
	static BigDecimal require(@Nullable BigDecimal percent) {
		if (percent == null) {
			return BigDecimal.ZERO;
		}
		if (percent.signum() < 0) {
			throw new InvalidInputException("segment.percent", "assign percent must be greater than zero");
		}
		if (percent.compareTo(ALL) > 0) {
			throw new InvalidInputException("segment.percent", "assign percent must not be greater than 100");
		}
		return percent;
	}

	/**
	 * Returns the fraction; {@code null} for 0, which the API leaves out.
	 */
	static @Nullable BigDecimal asFraction(BigDecimal percent) {
		if (percent.signum() == 0) {
			return null;
		}
		BigDecimal fraction = percent.movePointLeft(2).stripTrailingZeros();
		return (fraction.scale() < 0) ? fraction.setScale(0) : fraction;
	}

}
