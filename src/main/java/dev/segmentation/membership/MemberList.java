package dev.segmentation.membership;

import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * A pasted list as it was read, before or after somebody confirmed it.
 *
 * @param ttl how long its users will stay; {@code null} for good
 * @param fresh how many users it will add
 * @param members how many of its users were in the segment already
 * @param unknown what names nobody
 * @param doubled what names again whom an earlier entry names
 * @param result what became of it; {@code null} while it is not confirmed
 */
public record MemberList(long id, long segmentId, Instant createdAt, @Nullable Ttl ttl, long fresh, long members,
		Sample unknown, Sample doubled, @Nullable Result result) {

	/**
	 * How many entries it has.
	 */
	public long entries() {
		return this.fresh + this.members + this.unknown.count() + this.doubled.count();
	}

	/**
	 * The first of many.
	 */
	public record Sample(long count, List<String> entries) {

		/** How many are enough to see what is wrong. */
		static final int SIZE = 100;

		/**
		 * How many are not here.
		 */
		public long rest() {
			return this.count - this.entries.size();
		}

	}

	/**
	 * What became of it.
	 *
	 * @param added how many users it has added
	 * @param already how many had been added by others since it was read
	 * @param gone how many have been deleted since it was read
	 * @param departed how many had been in the segment when it was read, but have left it
	 * since: nobody has asked for them to be added
	 */
	public record Result(long added, long already, long gone, long departed) {

		/**
		 * Whether all went as it was shown before it was confirmed.
		 */
		public boolean asShown() {
			return this.already + this.gone + this.departed == 0;
		}

	}

	/**
	 * The refusal of a request that names an unknown list, somebody else's list, or one
	 * that was purged.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("list.missing", "list does not exist");
	}

}
