package dev.segmentation.history;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Creates the history's partitions for the last, the current and the next twelve months.
 * The default partition takes the rows of a month that has no partition yet.
 */
@Component
public class MakePartitionsJob implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(MakePartitionsJob.class);

	/** A creation that a long read prevents has a year for other attempts. */
	private static final int MONTHS_AHEAD = 12;

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

	/**
	 * Creates the partitions that do not exist, unless a long read of the history
	 * prevents it.
	 */
	public void makePartitions() {
		OffsetDateTime now = OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		if (!this.history.makePartitions(now.minusMonths(1).toInstant(), now.plusMonths(MONTHS_AHEAD).toInstant())) {
			logger.info("A long read of the history prevents new partitions, the next run tries again");
		}
	}

}
