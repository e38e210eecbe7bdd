package dev.segmentation.task;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says that this instance's tasks live, gives up those of dead ones, and forgets old
 * ones.
 */
@Component
class WatchTasksJob {

	private static final Logger logger = LoggerFactory.getLogger(WatchTasksJob.class);

	private static final Duration KEPT = Duration.ofDays(30);

	private final TaskRepository tasks;

	private final TaskRunner runner;

	private final Clock clock;

	WatchTasksJob(TaskRepository tasks, TaskRunner runner, Clock clock) {
		this.tasks = tasks;
		this.runner = runner;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void watch() {
		try {
			Set<Long> mine = this.runner.ids();
			if (!mine.isEmpty()) {
				this.tasks.updateHeartbeats(mine);
			}
			this.tasks.interruptStale();
		}
		catch (DataAccessException ex) {
			logger.warn("The running tasks could not be looked after, the next run tries again: {}", ex.getMessage());
		}
	}

	@Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		try {
			this.tasks.deleteFinishedBefore(this.clock.instant().minus(KEPT));
		}
		catch (DataAccessException ex) {
			logger.warn("Old tasks could not be forgotten, the next run tries again: {}", ex.getMessage());
		}
	}

}
