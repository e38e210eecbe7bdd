package dev.segmentation.account.token;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Counts the uses of tokens on this instance. They are saved at intervals, so that no
 * call waits for it. A killed instance loses those of the last interval.
 */
@Component
public class TokenUses {

	private final TokenUseRepository repository;

	private final Clock clock;

	private final Map<Long, Use> unsaved = new ConcurrentHashMap<>();

	TokenUses(TokenUseRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	void count(long accountId, @Nullable String address) {
		this.unsaved.merge(accountId, new Use(accountId, 1, this.clock.instant(), address), Use::plus);
	}

	/**
	 * Saves the uses since the last call. After a failure, the next call saves them.
	 */
	public void save() {
		Collection<Use> uses = takeAll();
		if (uses.isEmpty()) {
			return;
		}
		try {
			this.repository.save(uses);
		}
		catch (DataAccessException ex) {
			uses.forEach((use) -> this.unsaved.merge(use.accountId(), use, (later, earlier) -> earlier.plus(later)));
			throw ex;
		}
	}

	/** In the order of the ids, so that instances lock the rows in one order. */
	private List<Use> takeAll() {
		List<Use> taken = new ArrayList<>();
		for (Long accountId : this.unsaved.keySet()) {
			Use use = this.unsaved.remove(accountId);
			if (use != null) {
				taken.add(use);
			}
		}
		taken.sort(Comparator.comparing(Use::accountId));
		return taken;
	}

	/** The database may have stopped before. */
	@PreDestroy
	void saveLast() {
		try {
			save();
		}
		catch (RuntimeException ex) {
			this.unsaved.clear();
		}
	}

	/**
	 * The uses of a token.
	 *
	 * @param lastAt the time of the last one
	 * @param lastFrom the network address of the last one
	 */
	record Use(long accountId, long uses, Instant lastAt, @Nullable String lastFrom) {

		Use plus(Use later) {
			return new Use(this.accountId, this.uses + later.uses, later.lastAt, later.lastFrom);
		}

	}

}
