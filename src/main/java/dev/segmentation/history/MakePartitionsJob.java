package dev.segmentation.history;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the history's partitions of this month, the one before and three ahead, at start
 * and every day. Should it ever come late, the default partition takes what is recorded
 * meanwhile.
 */
@Component
public class MakePartitionsJob implements ApplicationRunner {

	private static final int MONTHS_AHEAD = 3;

	private static final Logger logger = LoggerFactory.getLogger(MakePartitionsJob.class);

	private final HistoryRepository history;

	private final Clock clock;

	MakePartitionsJob(HistoryRepository history, Clock clock) {
		this.history = history;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		makePartitions();
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.DAYS)
	void runDaily() {
		try {
			makePartitions();
		}
		catch (DataAccessException ex) {
			logger.warn("The history's next partitions could not be made, tomorrow's run tries again: {}",
					ex.getMessage());
		}
	}

	private void makePartitions() {
		Instant now = this.clock.instant();
		OffsetDateTime utc = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
		this.history.makePartitions(utc.minusMonths(1).toInstant(), utc.plusMonths(MONTHS_AHEAD).toInstant());
	}

}
