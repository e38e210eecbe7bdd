package dev.segmentation.report.web;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;

/**
 * Limits the number of calls of each caller per minute on this instance. The allowance
 * refills continuously.
 */
class RateLimit {

	static final int MINUTE_SECONDS = 60;

	private static final int MAX_CALLERS = 100_000;

	private final LoadingCache<Object, Bucket> callers;

	RateLimit(int perMinute) {
		this.callers = Caffeine.newBuilder()
			.maximumSize(MAX_CALLERS)
			.expireAfterAccess(Duration.ofMinutes(2))
			.build((caller) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
				.build());
	}

	boolean allows(Object caller) {
		return this.callers.get(caller).tryConsume(1);
	}

}
