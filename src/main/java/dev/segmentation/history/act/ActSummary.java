package dev.segmentation.history.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * One deliberate change, or one sweep of expired memberships.
 *
 * @param accountId the account that made the change; {@code null} for the system
 * @param account the login of the account; {@code null} when it was deleted
 * @param note the note of the account
 * @param changes the changes of segments, the largest first; incomplete when there are
 * many
 * @param addedTo the number of segments to which users were added
 * @param deletedFrom the number of segments from which users were removed
 * @param added the number of memberships that began
 * @param deleted the number of memberships that ended
 * @param ends the ends that were changed
 * @param edits the names and descriptions of segments that were changed
 */
public record ActSummary(long id, ActKind kind, Instant at, @Nullable Long accountId, @Nullable String account,
		@Nullable String note, List<ActChange> changes, long addedTo, long deletedFrom, long added, long deleted,
		NewEnds ends, List<SegmentEdit> edits) {

	/**
	 * The number of all its changes.
	 */
	public long changeCount() {
		return this.addedTo + this.deletedFrom + this.ends.segments();
	}

	/**
	 * The name of the first listed segment at that time.
	 */
	public Optional<String> segmentName(ActChangeType type) {
		return this.changes.stream().filter((change) -> change.type() == type).map(ActChange::segmentName).findFirst();
	}

	/**
	 * The only user of the changes of a type, if all of them are listed.
	 */
	public Optional<ActChange.OnlyUser> onlyUser(ActChangeType type) {
		List<ActChange> listed = this.changes.stream().filter((change) -> change.type() == type).toList();
		if (listed.size() != segmentCount(type)) {
			return Optional.empty();
		}
		List<Optional<ActChange.OnlyUser>> users = listed.stream()
			.map((change) -> Optional.ofNullable(change.onlyUser()))
			.distinct()
			.toList();
		return (users.size() == 1) ? users.getFirst() : Optional.empty();
	}

	/**
	 * The number of segments with changes of a type.
	 */
	public long segmentCount(ActChangeType type) {
		return switch (type) {
			case ADDED -> this.addedTo;
			case DELETED -> this.deletedFrom;
			case ENDS -> this.ends.segments();
		};
	}

	/**
	 * The existing users that the sentence about the act names.
	 */
	public List<ActChange.OnlyUser> namedUsers() {
		return Stream.of(ActChangeType.values())
			.flatMap((type) -> onlyUser(type).stream())
			.filter((user) -> user.login() != null)
			.distinct()
			.toList();
	}

	/**
	 * The refusal of a request that names an unknown act.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("act.missing", "act does not exist");
	}

}
