package dev.segmentation.shared;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

import io.github.bucket4j.Bucket;
import org.slf4j.Logger;

/**
 * A warning that many requests may cause at once. It fills the log no faster than ten
 * lines in ten seconds, and tells how many were left out.
 */
public final class RareWarning {

	private static final int LINES = 10;

	private final Bucket lines = Bucket.builder()
		.addLimit((limit) -> limit.capacity(LINES).refillGreedy(LINES, Duration.ofSeconds(10)))
		.build();

	private final LongAdder leftOut = new LongAdder();

	private final Logger logger;

	/**
	 * Creates a kind of warning.
	 */
	public RareWarning(Logger logger) {
		this.logger = logger;
	}

	/**
	 * Logs the warning, or counts it.
	 * @param text with a placeholder for each argument
	 */
	public void log(String text, Object... arguments) {
		if (!this.lines.tryConsume(1)) {
			this.leftOut.increment();
			return;
		}
		this.logger.warn(text, arguments);
		long before = this.leftOut.sumThenReset();
		if (before > 0) {
			this.logger.warn("{} more warnings like this were left out before.", before);
		}
	}

}
