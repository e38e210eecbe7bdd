package dev.segmentation.report.web;

import dev.segmentation.report.RecurringTarget;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportRhythm;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form to repeat a report.
 *
 * @param target where the reports go; {@code null} before the reader has chosen
 */
record RepeatForm(ReportRhythm rhythm, @Nullable RecurringTarget target) {

	RepeatForm(@Nullable ReportRhythm rhythm, @Nullable RecurringTarget target) {
		this.rhythm = requireNonNullElse(rhythm, ReportRhythm.MONTHLY);
		this.target = target;
	}

	/**
	 * Returns the form for a report.
	 */
	static RepeatForm of(Report report) {
		return new RepeatForm(null, RecurringTarget.after(report.place()));
	}

	RecurringTarget targetAfter(Report report) {
		return requireNonNullElse(this.target, RecurringTarget.after(report.place()));
	}

}
