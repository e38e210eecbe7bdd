package dev.segmentation.reference;

/**
 * A row that cannot be carried over as it is.
 *
 * @param outcome what becomes of it: {@code rename}, {@code leave out} or {@code keep}
 * @param text the row and the reason, in sentences
 */
record Problem(String outcome, String text) {

	/** A line of the report. */
	String line() {
		return "%-9s  %s".formatted(this.outcome, this.text);
	}

}
