package dev.segmentation.config;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.segmentation.account.attempt.FailedSignIns;
import dev.segmentation.account.token.TokenUses;
import dev.segmentation.config.metrics.DatabaseMetrics;
import dev.segmentation.history.MakePartitionsJob;
import dev.segmentation.limit.HeavyActs;
import dev.segmentation.membership.ExpireMembershipsJob;
import dev.segmentation.report.DriveWithdrawals;
import dev.segmentation.report.RecurringReportsJob;
import dev.segmentation.segment.FoldSegmentChangesJob;
import dev.segmentation.shared.Purge;
import dev.segmentation.task.TaskService;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;
import org.springframework.stereotype.Component;
import org.springframework.util.ErrorHandler;

/**
 * All recurring work of the application. Every instance runs it. If a run fails, the
 * error handler logs it and the next run tries again.
 */
@Component
class RecurringWork {

	private final ExpireMembershipsJob memberships;

	private final FoldSegmentChangesJob sizes;

	private final MakePartitionsJob history;

	private final TaskService tasks;

	private final HeavyActs heavyActs;

	private final TokenUses tokenUses;

	private final FailedSignIns failedSignIns;

	private final DriveWithdrawals withdrawals;

	private final RecurringReportsJob reports;

	private final List<Purge> purges;

	private final DatabaseMetrics metrics;

	private final ErrorHandler errors;

	RecurringWork(ExpireMembershipsJob memberships, FoldSegmentChangesJob sizes, MakePartitionsJob history,
			TaskService tasks, HeavyActs heavyActs, TokenUses tokenUses, FailedSignIns failedSignIns,
			DriveWithdrawals withdrawals, RecurringReportsJob reports, List<Purge> purges, DatabaseMetrics metrics,
			ErrorHandler errors) {
		this.memberships = memberships;
		this.sizes = sizes;
		this.history = history;
		this.tasks = tasks;
		this.heavyActs = heavyActs;
		this.tokenUses = tokenUses;
		this.failedSignIns = failedSignIns;
		this.withdrawals = withdrawals;
		this.reports = reports;
		this.purges = purges;
		this.metrics = metrics;
		this.errors = errors;
	}

	/** The history shows an expiry soon after it happened. */
	@Scheduled(fixedDelayString = "${segmentation.expiry.interval:1s}")
	void expireMemberships() {
		this.memberships.sweep();
	}

	/** Reads of a segment's size stay fast while few changes are outstanding. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void foldSegmentChanges() {
		this.sizes.fold();
	}

	/** A task counts as interrupted after 30 seconds without a heartbeat. */
	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void watchTasks() {
		this.tasks.watch();
	}

	/** A heavy act counts no more after 30 seconds without a renewal. */
	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void watchHeavyActs() {
		this.heavyActs.watch();
	}

	/** Readers lose access to a file on Google Drive soon after its report ends. */
	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	void withdrawDriveAccess() {
		this.withdrawals.run();
	}

	/** A recurring report is made soon after its period has ended. */
	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	void makeRecurringReports() {
		this.reports.run();
	}

	/** Tasks of an account take turns, also with those of other instances. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void beginWaitingTasks() {
		this.tasks.beginWaiting();
	}

	/** The list of tokens shows the last use soon after it. */
	@Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
	void saveTokenUses() {
		this.tokenUses.save();
	}

	/** The audit says soon how many sign-ins it does not list. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void recordFailedSignIns() {
		this.failedSignIns.recordRest();
	}

	/** Expired data is already hidden. This frees its space and deletes personal data. */
	@Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void purge() {
		this.purges.forEach((purge) -> new DelegatingErrorHandlingRunnable(purge::purge, this.errors).run());
	}

	/** Monitoring collects the metrics about as often, and reads no database itself. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void readMetrics() {
		this.metrics.read();
	}

	/** Once a month there is one to create. Other runs only find out that all exist. */
	@Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
	void makePartitions() {
		this.history.makePartitions();
	}

}
