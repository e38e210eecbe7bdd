package dev.segmentation.idempotency;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.stereotype.Service;

/**
 * Lets each request with a key run once. The caller {@linkplain #start starts} it, and
 * then {@linkplain #end ends} it, and either {@linkplain #finish finishes},
 * {@linkplain #forget forgets} or {@linkplain #interrupt interrupts} it.
 */
@Service
public class IdempotencyKeys {

	private static final Duration PAUSE = Duration.ofMillis(50);

	private static final int MAX_INTERRUPTED = 10_000;

	private final IdempotencyKeyRepository keys;

	private final KeyedCommits commits;

	/** Requests of this instance that ended, but whose end is not in the database. */
	private final Cache<RequestKey, Boolean> interrupted = Caffeine.newBuilder().maximumSize(MAX_INTERRUPTED).build();

	IdempotencyKeys(IdempotencyKeyRepository keys, KeyedCommits commits) {
		this.keys = keys;
		this.commits = commits;
	}

	/**
	 * Starts a request. While the same request runs already, it waits.
	 * @return the answer of the earlier request; empty if the caller must execute this
	 * one
	 * @throws StillRunningException when the earlier request does not finish in time
	 * @throws AlreadyDoneException when its change was made, but its answer was lost
	 */
	public Optional<StoredAnswer> start(long accountId, String key) {
		while (!this.keys.insert(accountId, key)) {
			Optional<StoredAnswer> answer = this.keys.findAnswer(accountId, key);
			if (answer.isPresent()) {
				return answer;
			}
			if (this.interrupted.getIfPresent(new RequestKey(accountId, key)) != null) {
				refuseIfDone(accountId, key);
				forget(accountId, key);
			}
			else if (this.keys.isOverdue(accountId, key)) {
				refuseIfDone(accountId, key);
				throw new StillRunningException();
			}
			else {
				pause();
			}
		}
		this.commits.begin(new RequestKey(accountId, key));
		return Optional.empty();
	}

	private void refuseIfDone(long accountId, String key) {
		if (this.keys.isCommitted(accountId, key)) {
			throw new AlreadyDoneException();
		}
	}

	/**
	 * Ends the execution of a request. All later statements belong to no key.
	 */
	public void end() {
		this.commits.end();
	}

	/**
	 * Stores the answer for repeated requests.
	 */
	public void finish(long accountId, String key, StoredAnswer answer) {
		save(accountId, key, () -> this.keys.update(accountId, key, answer));
	}

	/**
	 * Remembers a request that may have changed something, although it failed. The same
	 * request finds out.
	 */
	public void interrupt(long accountId, String key) {
		this.interrupted.put(new RequestKey(accountId, key), true);
	}

	/**
	 * Forgets a request that changed nothing, so that the same request can run again.
	 */
	public void forget(long accountId, String key) {
		save(accountId, key, () -> this.keys.delete(accountId, key));
		this.interrupted.invalidate(new RequestKey(accountId, key));
	}

	private void save(long accountId, String key, Runnable end) {
		try {
			end.run();
		}
		catch (RuntimeException ex) {
			interrupt(accountId, key);
			throw ex;
		}
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
