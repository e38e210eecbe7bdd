package dev.segmentation.limit;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.segmentation.shared.database.DatabaseOutage;
import dev.segmentation.shared.refusal.BusyException;

import org.springframework.stereotype.Service;

/**
 * Counts the heavy acts of each account. All instances share the count.
 */
@Service
public class HeavyActs {

	private static final int RETRY_AFTER_SECONDS = 5;

	private final HeavyActRepository acts;

	private final LimitProperties limits;

	private final Set<Long> running = ConcurrentHashMap.newKeySet();

	HeavyActs(HeavyActRepository acts, LimitProperties limits) {
		this.acts = acts;
		this.limits = limits;
	}

	/**
	 * Does the work of an act.
	 * @throws BusyException when the account has reached its limit
	 */
	public <T> T during(HeavyAct act, long accountId, Supplier<T> work) {
		Optional<Long> begun = begin(act, accountId);
		try {
			return work.get();
		}
		finally {
			begun.ifPresent(this::end);
		}
	}

	/**
	 * Begins an act. Reads go on while the database accepts no writes, and are not
	 * counted then.
	 * @return the number of the act for {@link #end}; empty if it is not counted
	 * @throws BusyException when the account has reached its limit
	 */
	public Optional<Long> begin(HeavyAct act, long accountId) {
		try {
			long id = this.acts.begin(act, accountId, this.limits.atOnce(act))
				.orElseThrow(() -> BusyException.tooManyRequests("limits.heavy", RETRY_AFTER_SECONDS));
			this.running.add(id);
			return Optional.of(id);
		}
		catch (RuntimeException ex) {
			if (DatabaseOutage.isCauseOf(ex)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Ends an act. If the database does not answer, the act expires by itself.
	 */
	public void end(long id) {
		this.running.remove(id);
		try {
			this.acts.end(id);
		}
		catch (RuntimeException ex) {
			if (!DatabaseOutage.isCauseOf(ex)) {
				throw ex;
			}
		}
	}

	/**
	 * Renews the running acts of this instance. Acts of dead instances expire.
	 */
	public void watch() {
		if (!this.running.isEmpty()) {
			this.acts.renew(this.running);
		}
	}

}
