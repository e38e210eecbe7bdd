package dev.segmentation.report;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * The end of a report is in the past, or later than a year from now.
 */
public class EndOutOfRangeException extends InvalidInputException {

	EndOutOfRangeException() {
		super("report.end", "the end must be within a year from now");
	}

}
