package dev.segmentation.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Creates a segment and adds a percentage of all users.
 *
 * @param name 2 to 64 characters
 * @param description its purpose; empty when not given
 * @param assignPercent 0 to 100; rounded to 0.01
 * @param note the reason, for the history; empty without one
 */
public record CreateSegment(String name, String description, BigDecimal assignPercent, String note) {

	private static final BigDecimal SMALLEST_ROUNDED_UP = new BigDecimal("0.005");

	public CreateSegment {
		// Compares before rounding: setScale fails for 1e-999999999.
		assignPercent = (assignPercent.compareTo(SMALLEST_ROUNDED_UP) < 0) ? BigDecimal.ZERO
				: assignPercent.setScale(2, RoundingMode.HALF_UP);
	}

	public CreateSegment(String name, BigDecimal assignPercent) {
		this(name, "", assignPercent, "");
	}

}
