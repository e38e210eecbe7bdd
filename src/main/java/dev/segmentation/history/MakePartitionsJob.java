package dev.segmentation.history;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Creates the history's partitions for the last, the current and the next three months.
 * The default partition takes the rows of a month that has no partition yet.
 */
@Component
public class MakePartitionsJob implements ApplicationRunner {

	private static final int MONTHS_AHEAD = 3;

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
	 * Creates the missing partitions.
	 */
	public void makePartitions() {
		OffsetDateTime now = OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		this.history.makePartitions(now.minusMonths(1).toInstant(), now.plusMonths(MONTHS_AHEAD).toInstant());
	}

}
