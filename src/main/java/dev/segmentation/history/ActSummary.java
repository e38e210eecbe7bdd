package dev.segmentation.history;

import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * One deliberate change, or a sweep of what had expired.
 *
 * @param accountId who did it; {@code null} for the system
 * @param account what that account signs in with; {@code null} when it no longer exists
 * @param note what was said about it
 * @param changes what it did, the largest first; not all when they are many
 * @param changeCount how many changes there are in all
 * @param added how many users entered, over all segments
 * @param deleted how many left
 */
public record ActSummary(long id, ActKind kind, Instant at, @Nullable Long accountId, @Nullable String account,
		@Nullable String note, List<ActChange> changes, long changeCount, long added, long deleted) {

	/**
	 * Where it stands among the others.
	 */
	public ActCursor cursor() {
		return new ActCursor(this.at, this.id);
	}

	/**
	 * How many changes are not listed.
	 */
	public long unlisted() {
		return this.changeCount - this.changes.size();
	}

}
