package dev.segmentation.limit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/**
 * Limits the number of requests of each caller on this instance. The allowance refills
 * continuously. An attempt takes one look into memory.
 */
public class RateLimit {

	private static final int MAX_CALLERS = 100_000;

	private final LoadingCache<Object, Bucket> callers;

	private final String name;

	private final String policy;

	/**
	 * Creates a limit.
	 * @param name the name of the policy in the headers
	 * @param requests how many requests a caller may send at once, and in each window
	 */
	public RateLimit(String name, long requests, Duration window) {
		this.name = '"' + name + '"';
		this.policy = "%s;q=%d;w=%d".formatted(this.name, requests, window.toSeconds());
		this.callers = Caffeine.newBuilder()
			.maximumSize(MAX_CALLERS)
			.expireAfterAccess(window.multipliedBy(2))
			.build((caller) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(requests).refillGreedy(requests, window))
				.build());
	}

	/**
	 * Counts a request of a caller.
	 */
	public Attempt attempt(Object caller) {
		ConsumptionProbe probe = this.callers.get(caller).tryConsumeAndReturnRemaining(1);
		String state = this.name + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
		return new Attempt(probe.isConsumed(), this.policy, state, seconds(probe.getNanosToWaitForRefill()));
	}

	private static int seconds(long nanos) {
		return (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1));
	}

	/**
	 * The result of counting a request, with the headers of the IETF's draft
	 * {@code ratelimit-headers}.
	 *
	 * @param policy the limit, for {@code RateLimit-Policy}
	 * @param state the rest of the allowance, for {@code RateLimit}
	 * @param retryAfterSeconds when a refused caller may send the next request
	 */
	public record Attempt(boolean allowed, String policy, String state, int retryAfterSeconds) {
	}

}
