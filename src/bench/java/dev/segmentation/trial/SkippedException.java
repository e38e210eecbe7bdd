package dev.segmentation.trial;

/**
 * This machine lacks what a scenario needs.
 */
public final class SkippedException extends Exception {

	private static final long serialVersionUID = 1L;

	public SkippedException(String reason) {
		super(reason);
	}

}
