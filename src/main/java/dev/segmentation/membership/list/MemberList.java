package dev.segmentation.membership.list;

import java.time.Instant;
import java.util.List;

import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

/**
 * A list of users, pasted or from a file, before or after its confirmation.
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
 * @param layout its columns
 * @param counts further counts
 * @param result the effect of the confirmation; {@code null} before it
 */
public record MemberList(long id, long segmentId, Instant createdAt, ListChange change, PresentEnds present,
		String note, @Nullable Ttl ttl, @Nullable UserField numbers, long newUsers, long members, Sample unknown,
		Sample ambiguous, Sample duplicates, ListLayout layout, Counts counts, @Nullable Result result) {

	/**
	 * Returns the number of entries.
	 */
	public long entries() {
		return this.newUsers + this.members + this.unknown.count() + this.ambiguous.count() + this.duplicates.count()
				+ this.counts.invalid();
	}

	/**
	 * Returns the number of members in it that it changes: those that it removes, or
	 * whose ends it changes.
	 */
	public long changedMembers() {
		return (this.change == ListChange.REMOVE) ? this.members : this.counts.endChanges();
	}

	/**
	 * Returns the number of users that it adds.
	 */
	public long addedUsers() {
		return isAdding() ? this.newUsers : 0;
	}

	/**
	 * Whether it adds users.
	 */
	public boolean isAdding() {
		return this.change == ListChange.ADD || this.change == ListChange.REPLACE;
	}

	/**
	 * Whether it does anything.
	 */
	public boolean isEffective() {
		return addedUsers() + changedMembers() + this.counts.leaving() > 0;
	}

	/**
	 * Whether more than half of the members leave, which needs the segment's name.
	 */
	public boolean isLosingMost() {
		return this.counts.leaving() * 2 > this.counts.total();
	}

	/**
	 * Returns the number of entries that cannot be used.
	 */
	public long rejected() {
		return this.unknown.count() + this.ambiguous.count() + this.duplicates.count() + this.counts.invalid();
	}

	/**
	 * Further counts of a list.
	 *
	 * @param invalid the entries that cannot be read
	 * @param endChanges the members whose ends it changes
	 * @param leaving the members that it removes because it does not name them
	 * @param total the members of the segment when it was read; 0 unless it replaces them
	 */
	public record Counts(long invalid, long endChanges, long leaving, long total) {
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
	 * @param removed the number of members that it removed because it does not name them
	 */
	public record Result(long added, long already, long gone, long departed, long changed, long removed) {

	}

	/**
	 * The refusal of a request that names an unknown list, the list of another account,
	 * or a deleted list.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("list.missing", "list does not exist");
	}

}
