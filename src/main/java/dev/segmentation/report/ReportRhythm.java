package dev.segmentation.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.function.UnaryOperator;

/**
 * How often a report is repeated. Each report covers the period before its run.
 */
public enum ReportRhythm {

	DAILY(Period.ofDays(1), (day) -> day),

	/** Weeks begin on Monday. */
	WEEKLY(Period.ofWeeks(1), (day) -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),

	MONTHLY(Period.ofMonths(1), (day) -> day.withDayOfMonth(1));

	private final Period length;

	private final UnaryOperator<LocalDate> start;

	ReportRhythm(Period length, UnaryOperator<LocalDate> start) {
		this.length = length;
		this.start = start;
	}

	/** Returns the time from one report to the next. */
	Period length() {
		return this.length;
	}

	/** Returns the first day of the period that contains a day. */
	LocalDate start(LocalDate day) {
		return this.start.apply(day);
	}

}
