package dev.segmentation.membership.list;

import java.time.Instant;
import java.util.List;

import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

/**
 * A pasted list of users, before or after its confirmation.
 *
 * @param change what it does to its users
 * @param present what happens to the ends of users who are members already
 * @param note the reason, for the history; empty without one
 * @param ttl the lifetime of the memberships; {@code null} without end
 * @param numbers the field that numbers are; {@code null} while it is not decided
 * @param newUsers the number of users it will add
 * @param members the number of its users that already were members when it was read
 * @param unknown the entries that match no user
 * @param ambiguous the entries that fit several users, and so add none
 * @param duplicates the duplicate entries, which name a user again
 * @param result the effect of the confirmation; {@code null} before it
 */
public record MemberList(long id, long segmentId, Instant createdAt, ListChange change, PresentEnds present,
		String note, @Nullable Ttl ttl, @Nullable UserField numbers, long newUsers, long members, Sample unknown,
		Sample ambiguous, Sample duplicates, @Nullable Result result) {

	/**
	 * Returns the number of entries.
	 */
	public long entries() {
		return this.newUsers + this.members + this.unknown.count() + this.ambiguous.count() + this.duplicates.count();
	}

	/**
	 * Returns the number of members that it changes: those that it removes, or whose ends
	 * it sets or may extend.
	 */
	public long changedMembers() {
		return (this.change == ListChange.ADD && this.present == PresentEnds.LEAVE) ? 0 : this.members;
	}

	/**
	 * Returns the number of users that it adds.
	 */
	public long addedUsers() {
		return (this.change == ListChange.ADD) ? this.newUsers : 0;
	}

	/**
	 * The number of entries, and the first of them.
	 */
	public record Sample(long count, List<String> entries) {

		/** The largest number of entries that a page shows. */
		static final int SIZE = 100;

		/**
		 * Returns the number of entries that are not in the sample.
		 */
		public long rest() {
			return this.count - this.entries.size();
		}

	}

	/**
	 * The effect of a confirmation.
	 *
	 * @param added the number of users it added
	 * @param already the number of users that became members after the list was read
	 * @param gone the number of users that were deleted after the list was read
	 * @param departed the number of members when the list was read that are not members
	 * any more; the list does not add them
	 * @param changed the number of members that it removed, or whose ends it changed
	 */
	public record Result(long added, long already, long gone, long departed, long changed) {

	}

	/**
	 * The refusal of a request that names an unknown list, the list of another account,
	 * or a deleted list.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("list.missing", "list does not exist");
	}

}
