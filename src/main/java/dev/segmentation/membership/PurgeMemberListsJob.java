package dev.segmentation.membership;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Forgets pasted lists after a day; what they have added is in the history.
 */
@Component
class PurgeMemberListsJob {

	private static final Logger logger = LoggerFactory.getLogger(PurgeMemberListsJob.class);

	private static final Duration KEPT = Duration.ofDays(1);

	private final MemberListRepository lists;

	private final Clock clock;

	PurgeMemberListsJob(MemberListRepository lists, Clock clock) {
		this.lists = lists;
		this.clock = clock;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void run() {
		try {
			this.lists.deleteCreatedBefore(this.clock.instant().minus(KEPT));
		}
		catch (DataAccessException ex) {
			logger.warn("Old lists could not be forgotten, the next run tries again: {}", ex.getMessage());
		}
	}

}
