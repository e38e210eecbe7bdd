package dev.segmentation.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskPool;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskService;

import org.springframework.stereotype.Component;

/**
 * The tasks that prepare reports.
 */
@Component
class ReportTasks {

	/** A short report is ready before its page is shown. */
	private static final Duration MAX_WAIT = Duration.ofSeconds(1);

	private final TaskService tasks;

	private final PrepareReport prepare;

	private final ReportRepository reports;

	ReportTasks(TaskService tasks, PrepareReport prepare, ReportRepository reports) {
		this.tasks = tasks;
		this.prepare = prepare;
		this.reports = reports;
	}

	/**
	 * Starts to prepare a report, and waits a moment for its end.
	 */
	void start(long id, String name, NewReport report, CurrentAccount account) {
		this.tasks.see(begin(id, name, report, account).id(), MAX_WAIT);
	}

	/**
	 * Starts to prepare a report. Joins the task that already prepares it.
	 */
	Task begin(long id, String name, NewReport report, CurrentAccount account) {
		TaskRequest request = new TaskRequest(TaskPool.REPORTS, "report." + report.place().name(), name, "report:" + id,
				account.id(), Report.urlOf(id), true);
		Task task = this.tasks.start(request, (progress) -> this.prepare.run(id, name, report, account, progress));
		this.reports.setTask(id, task.id());
		return task;
	}

	/**
	 * Cancels the task of a report that is being prepared.
	 */
	void cancel(Report report) {
		if (report.isPreparing() && report.task() != null) {
			this.tasks.cancel(report.task().id());
		}
	}

	/**
	 * Returns the same reports with their tasks. Loads them together, when no row is
	 * being read any more.
	 */
	List<Report> load(List<Report> reports) {
		Map<Long, Task> loaded = this.tasks
			.find(reports.stream().map(Report::taskId).filter(Objects::nonNull).toList());
		return reports.stream().map((report) -> withTask(report, loaded)).toList();
	}

	private static Report withTask(Report report, Map<Long, Task> tasks) {
		return (report.taskId() != null) ? report.withTask(tasks.get(report.taskId())) : report;
	}

}
