package dev.segmentation.membership;

import java.time.Instant;

import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.ConflictException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Gives segments the members and ends again that they had at a moment. It is one act,
 * which can be undone.
 */
@Service
public class RestoreService {

	private final RestoreRepository restores;

	RestoreService(RestoreRepository restores) {
		this.restores = restores;
	}

	/**
	 * Plans what would change now.
	 */
	@ReadOnly
	public RestorePlan plan(long segmentId, Instant at) {
		return this.restores.plan(segmentId, at);
	}

	/**
	 * Restores the members of a moment.
	 * @param end replaces ends that have passed or were not recorded; {@code null} leaves
	 * those memberships alone
	 * @param note the reason, for the history; empty without one
	 * @throws ConflictException when nothing would change
	 */
	public RestoredMembers restore(long segmentId, Instant at, @Nullable Ttl end, String note, CurrentAccount by) {
		return this.restores.restore(segmentId, at, end, note, by.id())
			.orElseThrow(() -> new ConflictException("restore.nothing", "nothing to restore"));
	}

}
