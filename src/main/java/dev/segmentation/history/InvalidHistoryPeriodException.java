package dev.segmentation.history;

import dev.segmentation.shared.RefusedException;

/**
 * No history can exist for this month.
 */
public class InvalidHistoryPeriodException extends RefusedException {

	public InvalidHistoryPeriodException() {
		super("invalid history period");
	}

}
