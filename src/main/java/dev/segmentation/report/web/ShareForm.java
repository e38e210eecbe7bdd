package dev.segmentation.report.web;

import dev.segmentation.report.ReportPlace;
import org.jspecify.annotations.Nullable;

/**
 * Where a report is to be had, and for how long.
 *
 * @param days how long; means nothing on Google Drive
 */
record ShareForm(ReportPlace place, @Nullable Integer days) {

	ShareForm(@Nullable ReportPlace place, @Nullable Integer days) {
		this.place = (place != null) ? place : ReportPlace.LINK;
		this.days = days;
	}

	/**
	 * The form before anybody has chosen a time.
	 */
	ShareForm orElse(long keptDays) {
		return (this.days != null) ? this : new ShareForm(this.place, Math.toIntExact(keptDays));
	}

}
