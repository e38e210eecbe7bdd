package dev.segmentation.report;

import java.util.Optional;

import dev.segmentation.account.AccountDirectory;
import dev.segmentation.report.RecurringReport.Problem;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes recurring reports that are due. One transaction adds the next report and moves
 * the time of the run after it, so that each run makes one report.
 */
@Component
class RecurringRuns {

	private final RecurringReportRepository recurring;

	private final ReportRepository reports;

	private final RecordedReports recorded;

	private final AccountDirectory accounts;

	private final ReportMailRepository mails;

	RecurringRuns(RecurringReportRepository recurring, ReportRepository reports, RecordedReports recorded,
			AccountDirectory accounts, ReportMailRepository mails) {
		this.recurring = recurring;
		this.reports = reports;
		this.recorded = recorded;
		this.accounts = accounts;
		this.mails = mails;
	}

	/**
	 * Takes the next one that is due, and pauses those that cannot go on.
	 * @return empty when none is due
	 */
	@Transactional
	public Optional<Run> takeDue() {
		Optional<RecurringReport> due = this.recurring.lockDue();
		while (due.isPresent()) {
			Optional<Run> run = begin(due.get());
			if (run.isPresent()) {
				return run;
			}
			due = this.recurring.lockDue();
		}
		return Optional.empty();
	}

	/**
	 * Takes one whose newest report was interrupted.
	 */
	@Transactional
	public Optional<Run> takeInterrupted() {
		return this.recurring.takeInterrupted()
			.flatMap((taken) -> owner(taken).map((owner) -> new Run(taken.reportId(), owner)));
	}

	private Optional<CurrentAccount> owner(RecurringReport recurring) {
		return Optional.ofNullable(recurring.accountId())
			.flatMap(this.accounts::findNow)
			.filter((owner) -> owner.may(Role.EDITOR));
	}

	private Optional<Run> begin(RecurringReport due) {
		Optional<CurrentAccount> owner = owner(due);
		Report last = this.reports.find(due.reportId()).orElseThrow(Report::notFound);
		Problem problem = problem(due, last, owner);
		if (problem != null) {
			this.recurring.pause(due.id(), problem);
			return Optional.empty();
		}
		ReportPeriod period = ReportPeriod.before(due.readAt(), due.rhythm(), last.content().layout().zone());
		Long link = (isSameLink(due, last) && due.problem() == null) ? last.linkId() : null;
		long id = this.recorded.insertNext(next(due, last.content(), period), last, link, owner.orElseThrow());
		this.mails.requestNext(id, due.id());
		this.recurring.begin(due.id(), id, period.nextRun());
		return Optional.of(new Run(id, owner.orElseThrow()));
	}

	/** After a user has resumed it, it gets a new link. */
	private @Nullable Problem problem(RecurringReport due, Report last, Optional<CurrentAccount> owner) {
		if (owner.isEmpty()) {
			return Problem.OWNER;
		}
		boolean revoked = this.reports.findOfLink(last.linkId())
			.filter((report) -> report.revokedAt() != null)
			.isPresent();
		return (revoked && isSameLink(due, last) && due.problem() == null) ? Problem.LINK : null;
	}

	private static boolean isSameLink(RecurringReport due, Report last) {
		return due.target() == RecurringTarget.SAME_LINK && last.place() == ReportPlace.LINK && last.page();
	}

	/** The same request for another period. */
	private static NewReport next(RecurringReport due, NewReport last, ReportPeriod period) {
		String query = period.of(HistoryFilterForm.ofUrl(last.query())).url("").first();
		return new NewReport(due.target().place(), due.kept(), query, period.of(last.filter()), last.layout(),
				last.readers());
	}

	/**
	 * A report that must be prepared.
	 */
	record Run(long reportId, CurrentAccount account) {
	}

}
