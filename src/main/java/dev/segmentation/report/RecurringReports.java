package dev.segmentation.report;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;

import dev.segmentation.report.RecurringReport.Problem;
import dev.segmentation.report.drive.DriveNotAvailableException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Repeats reports, and pauses, resumes and deletes recurring ones.
 */
@Service
public class RecurringReports {

	/** A link works until the next report replaces its file, also if that takes days. */
	private static final Duration RESERVE = Duration.ofDays(7);

	private final RecurringReportRepository recurring;

	private final DriveReports drive;

	private final ReportProperties properties;

	private final ReportService reports;

	RecurringReports(RecurringReportRepository recurring, DriveReports drive, ReportProperties properties,
			ReportService reports) {
		this.recurring = recurring;
		this.drive = drive;
		this.properties = properties;
		this.reports = reports;
	}

	/**
	 * Repeats a report with its filter and columns. The first report is made after the
	 * present day, week or month.
	 * @throws DriveNotAvailableException when Drive is requested but not configured
	 */
	public RecurringReport repeat(Report report, ReportRhythm rhythm, RecurringTarget target, CurrentAccount account) {
		if (target == RecurringTarget.DRIVE && !this.drive.isConfigured()) {
			throw new DriveNotAvailableException();
		}
		Problem problem = report.isOpen() ? null : Problem.LINK;
		return get(this.recurring.insert(report.id(), rhythm, target, kept(report, rhythm, target),
				next(report, rhythm), problem, account.id()));
	}

	private Instant next(Report report, ReportRhythm rhythm) {
		return ReportPeriod.before(this.recurring.now(), rhythm, report.content().layout().zone()).nextRun();
	}

	private Duration kept(Report report, ReportRhythm rhythm, RecurringTarget target) {
		Duration own = report.content().kept();
		Duration kept = (own.isZero() && target != RecurringTarget.DRIVE) ? this.properties.keep() : own;
		if (target == RecurringTarget.SAME_LINK) {
			Duration needed = longest(rhythm.length()).plus(RESERVE);
			kept = (kept.compareTo(needed) < 0) ? needed : kept;
		}
		return (kept.compareTo(LinkChanges.LONGEST) > 0) ? LinkChanges.LONGEST : kept;
	}

	private static Duration longest(Period period) {
		return Duration.between(Instant.EPOCH, Instant.EPOCH.atOffset(ZoneOffset.UTC).plus(period));
	}

	/**
	 * Returns a recurring report.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when it does not exist
	 */
	public RecurringReport get(long id) {
		return this.recurring.find(id).orElseThrow(RecurringReport::notFound);
	}

	/**
	 * Finds the recurring reports that make the next report from this one.
	 */
	public List<RecurringReport> findOf(Report report) {
		return this.recurring.findOf(report.id());
	}

	/**
	 * Returns the newest report of a recurring one, or before its first run the repeated
	 * report.
	 */
	public Report report(RecurringReport recurring) {
		return this.reports.get(recurring.reportId());
	}

	/**
	 * Reads a page of recurring reports, newest first.
	 * @param cursor {@code null} for the first page
	 */
	public Page<RecurringReport> list(@Nullable Cursor cursor, int size) {
		return Page.read(cursor, size, (item) -> Cursor.after(item.id()), this.recurring::find);
	}

	/**
	 * Returns the number of recurring reports.
	 */
	public long count() {
		return this.recurring.count();
	}

	/**
	 * Pauses a recurring report. A report that is being prepared is finished.
	 */
	public void pause(RecurringReport recurring) {
		this.recurring.pause(recurring.id(), null);
	}

	/**
	 * Resumes a recurring report. Periods that ended meanwhile get no report.
	 */
	public void resume(RecurringReport recurring, CurrentAccount account) {
		this.recurring.resume(recurring.id(), next(report(recurring), recurring.rhythm()), account.id());
	}

	/**
	 * Deletes a recurring report. Its reports and their links stay.
	 */
	public void delete(RecurringReport recurring) {
		this.recurring.delete(recurring.id());
	}

}
