package dev.segmentation.shared;

import org.springframework.core.NestedExceptionUtils;

/**
 * Why something failed, for the log. The messages of Spring and of the driver have
 * several lines, with the SQL of the statement.
 */
public final class FailureReason {

	private FailureReason() {
	}

	/**
	 * Returns the first line of the innermost message.
	 */
	public static String of(Throwable failure) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		return ("" + cause.getMessage()).lines().findFirst().orElse("");
	}

}
