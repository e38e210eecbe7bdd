package dev.segmentation.account.attempt;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.shared.ShortMemory;

import org.springframework.stereotype.Component;

/**
 * Remembers refusals for a second. A client that goes on at full speed then costs no
 * statement in the database.
 */
@Component
class RecentRefusals implements ShortMemory {

	private static final int MAX_REMEMBERED = 10_000;

	private final Cache<AllowanceKey, Duration> waits;

	RecentRefusals(Clock clock) {
		this.waits = Caffeine.newBuilder()
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.expireAfterWrite(Duration.ofSeconds(1))
			.maximumSize(MAX_REMEMBERED)
			.build();
	}

	Optional<Duration> find(AllowanceKey key) {
		return Optional.ofNullable(this.waits.getIfPresent(key));
	}

	void remember(AllowanceKey key, Duration wait) {
		this.waits.put(key, wait);
	}

	void forget(AllowanceKey key) {
		this.waits.invalidate(key);
	}

	@Override
	public void forget() {
		this.waits.invalidateAll();
	}

}
