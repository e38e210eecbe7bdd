package dev.segmentation.account.factor.code;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import dev.segmentation.account.factor.code.CodeAnswer.Correct;
import dev.segmentation.account.factor.code.CodeAnswer.TooMany;
import dev.segmentation.account.factor.code.CodeAnswer.Wrong;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down. After five wrong codes in a row an account waits for half a
 * minute, and twice as long after each further one. All instances share the count.
 */
@Component
class CodeThrottle {

	private static final int FREE = 5;

	private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

	private final CodeAttemptRepository attempts;

	private final Clock clock;

	CodeThrottle(CodeAttemptRepository attempts, Clock clock) {
		this.attempts = attempts;
		this.clock = clock;
	}

	/**
	 * Checks a code, unless the account has to wait.
	 */
	@Transactional
	public CodeAnswer attempt(long accountId, BooleanSupplier check) {
		CodeAttempts before = this.attempts.lock(accountId);
		Instant now = this.clock.instant();
		if (before.nextAt() != null && before.nextAt().isAfter(now)) {
			return new TooMany(Duration.between(now, before.nextAt()));
		}
		if (check.getAsBoolean()) {
			this.attempts.save(accountId, 0, null);
			return new Correct();
		}
		int failures = before.failures() + 1;
		this.attempts.save(accountId, failures, (failures < FREE) ? null : now.plus(wait(failures - FREE)));
		return new Wrong();
	}

	private static Duration wait(int doubled) {
		// Doubled five times, it is longer than the longest wait.
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(doubled, FREE));
		return (wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT;
	}

}
