package dev.segmentation.report;

import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Makes the reports of recurring ones that are due. The database is the queue: any number
 * of instances share the work, and a restart loses none. After a downtime, one report is
 * made for all missed runs.
 */
@Component
public class RecurringReportsJob {

	private final RecurringRuns runs;

	private final ReportRepository reports;

	private final ReportTasks tasks;

	RecurringReportsJob(RecurringRuns runs, ReportRepository reports, ReportTasks tasks) {
		this.runs = runs;
		this.reports = reports;
		this.tasks = tasks;
	}

	/**
	 * Starts all reports that are due or were interrupted.
	 */
	public void run() {
		for (var run = next(); run.isPresent(); run = next()) {
			start(run.get());
		}
	}

	private Optional<RecurringRuns.Run> next() {
		return this.runs.takeDue().or(this.runs::takeInterrupted);
	}

	private void start(RecurringRuns.Run run) {
		this.reports.find(run.reportId())
			.ifPresent((report) -> this.tasks.begin(report.id(), report.name(), report.content(), run.account()));
	}

}
