package dev.segmentation.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * One deliberate change, or a sweep of what had expired.
 *
 * @param accountId who did it; {@code null} for the system
 * @param account what that account signs in with; {@code null} when it no longer exists
 * @param note what was said about it
 * @param changes what it did, the largest first; not all when they are many
 * @param addedTo how many segments users entered
 * @param deletedFrom how many segments users left
 * @param added how many memberships began
 * @param deleted how many ended
 */
public record ActSummary(long id, ActKind kind, Instant at, @Nullable Long accountId, @Nullable String account,
		@Nullable String note, List<ActChange> changes, long addedTo, long deletedFrom, long added, long deleted) {

	/**
	 * Where it stands among the others.
	 */
	public ActCursor cursor() {
		return new ActCursor(this.at, this.id);
	}

	/**
	 * How many changes it made.
	 */
	public long changeCount() {
		return this.addedTo + this.deletedFrom;
	}

	/**
	 * What the first listed segment of these changes was called then.
	 */
	public Optional<String> segmentName(OperationType type) {
		return this.changes.stream().filter((change) -> change.type() == type).map(ActChange::segmentName).findFirst();
	}

	/**
	 * The refusal of a request that names an unknown act.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("act.missing", "act does not exist");
	}

}
