package dev.segmentation.report;

import java.util.List;
import java.util.Set;

import dev.segmentation.shared.CurrentAccount;

import org.springframework.stereotype.Service;

/**
 * Announces the end of a report to its author, once. Reports that are ready before their
 * page is shown are not announced.
 */
@Service
public class ReportNotices {

	private static final Set<ReportState> ANNOUNCED = Set.of(ReportState.READY, ReportState.FAILED,
			ReportState.INTERRUPTED);

	private final ReportWatchRepository watches;

	private final ReportRepository reports;

	private final ReportTasks tasks;

	ReportNotices(ReportWatchRepository watches, ReportRepository reports, ReportTasks tasks) {
		this.watches = watches;
		this.reports = reports;
		this.tasks = tasks;
	}

	/** Announces the end of a report that is in work. */
	void watch(Report report, CurrentAccount author) {
		if (report.isPreparing()) {
			this.watches.insert(report.id(), author.id());
		}
	}

	/**
	 * Takes the reports that have ended. No other call gets them.
	 */
	public ReportNotice take(CurrentAccount author) {
		List<Long> watched = this.watches.find(author.id());
		if (watched.isEmpty()) {
			return new ReportNotice(false, List.of());
		}
		List<Report> found = this.tasks.load(watched.stream().flatMap((id) -> this.reports.find(id).stream()).toList());
		List<Report> ended = found.stream()
			.filter((report) -> !report.isPreparing() && this.watches.delete(report.id()))
			.toList();
		boolean waiting = found.stream().anyMatch(Report::isPreparing);
		return new ReportNotice(waiting,
				ended.stream().filter((report) -> ANNOUNCED.contains(report.state())).toList());
	}

}
