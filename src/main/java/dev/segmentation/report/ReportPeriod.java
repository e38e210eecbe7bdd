package dev.segmentation.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;

/**
 * The period of a recurring report: a day, a week or a month of a time zone.
 *
 * @param first the first day
 */
record ReportPeriod(ReportRhythm rhythm, LocalDate first, ZoneId zone) {

	/** The history of a period is complete soon after its end. */
	private static final Duration DELAY = Duration.ofMinutes(5);

	/**
	 * Returns the last period that has ended.
	 */
	static ReportPeriod before(Instant now, ReportRhythm rhythm, ZoneId zone) {
		LocalDate present = rhythm.start(LocalDate.ofInstant(now.minus(DELAY), zone));
		return new ReportPeriod(rhythm, present.minus(rhythm.length()), zone);
	}

	/**
	 * Returns when the report about the next period is due.
	 */
	Instant nextRun() {
		return start(end().plus(this.rhythm.length())).plus(DELAY);
	}

	/**
	 * Returns the same filter for this period.
	 */
	HistoryFilter of(HistoryFilter filter) {
		return filter.between(start(this.first), start(end()));
	}

	/**
	 * Returns the same filter for this period, as people write it.
	 */
	HistoryFilterForm of(HistoryFilterForm form) {
		return (this.rhythm == ReportRhythm.MONTHLY) ? form.ofMonth(YearMonth.from(this.first), this.zone)
				: form.ofDays(this.first, end().minusDays(1), this.zone);
	}

	/** The day after the last one. */
	private LocalDate end() {
		return this.first.plus(this.rhythm.length());
	}

	/** Midnight, or the first moment of the day where the clocks skip midnight. */
	private Instant start(LocalDate day) {
		return day.atStartOfDay(this.zone).toInstant();
	}

}
