package dev.segmentation.idempotency;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * Lets each request with a key run once. The caller {@linkplain #start starts} it, and
 * then either {@linkplain #finish finishes} or {@linkplain #forget forgets} it.
 */
@Service
public class IdempotencyKeys {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final IdempotencyKeyRepository keys;

	IdempotencyKeys(IdempotencyKeyRepository keys) {
		this.keys = keys;
	}

	/**
	 * Starts a request. While the same request runs already, it waits.
	 * @return the answer of the earlier request; empty if the caller must execute this
	 * one
	 * @throws StillRunningException when the earlier request does not finish in time
	 */
	public Optional<StoredAnswer> start(long accountId, String key) {
		while (!this.keys.insert(accountId, key)) {
			Optional<StoredAnswer> answer = this.keys.findAnswer(accountId, key);
			if (answer.isPresent()) {
				return answer;
			}
			if (this.keys.isOverdue(accountId, key)) {
				throw new StillRunningException();
			}
			pause();
		}
		return Optional.empty();
	}

	/**
	 * Stores the answer for repeated requests.
	 */
	public void finish(long accountId, String key, StoredAnswer answer) {
		this.keys.update(accountId, key, answer);
	}

	/**
	 * Forgets a request that changed nothing, so that the same request can run again.
	 */
	public void forget(long accountId, String key) {
		this.keys.delete(accountId, key);
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StillRunningException();
		}
	}

}
