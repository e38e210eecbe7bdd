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
 * @param mail whether the owner gets a mail when a report is ready
 */
record RepeatForm(ReportRhythm rhythm, @Nullable RecurringTarget target, Boolean mail) {

	RepeatForm(@Nullable ReportRhythm rhythm, @Nullable RecurringTarget target, @Nullable Boolean mail) {
		this.rhythm = requireNonNullElse(rhythm, ReportRhythm.MONTHLY);
		this.target = target;
		this.mail = Boolean.TRUE.equals(mail);
	}

	/**
	 * Returns the form for a report.
	 */
	static RepeatForm of(Report report) {
		return new RepeatForm(null, RecurringTarget.after(report.place()), null);
	}

	RecurringTarget targetAfter(Report report) {
		return requireNonNullElse(this.target, RecurringTarget.after(report.place()));
	}

}
