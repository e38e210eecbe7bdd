package dev.segmentation.membership.member;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * A range of user ids that one query of a page reads. The first one probably fills the
 * page. The next ones are larger, until the page has read its share.
 *
 * @param back whether the ranges go down
 * @param segment its ids and the density of its members
 * @param budget how many ids the page may still read after this range
 */
record UserWindow(long first, long last, boolean back, PastSegment segment, long budget) {

	/** The largest number of changes and members that a page reads, in about 0.5 s. */
	private static final double READS = 400_000;

	private static final long SMALLEST = 128;

	private static final int GROWTH = 4;

	/**
	 * Reads a page of ids, range by range. A page that has read its share may have fewer
	 * ids and still have a next page.
	 * @param users finds ids in a range, in its direction and at most a number
	 */
	static Page<Long> read(PastSegment segment, @Nullable Cursor cursor,
			BiFunction<UserWindow, Integer, List<Long>> users) {
		UserWindow window = start(segment, cursor);
		List<Long> found = new ArrayList<>(users.apply(window, Page.SIZE + 1));
		while (found.size() <= Page.SIZE && !window.isLast() && window.budget() > 0) {
			window = window.next();
			found.addAll(users.apply(window, Page.SIZE + 1 - found.size()));
		}
		Page<Long> page = Page.of(found, cursor, Page.SIZE, Cursor::after);
		if (found.size() <= Page.SIZE && !window.isLast()) {
			return window.back() ? new Page<>(page.items(), window.end(), page.next())
					: new Page<>(page.items(), page.previous(), window.end());
		}
		boolean reachesStart = cursor != null && cursor.back() && found.size() < Page.SIZE;
		return reachesStart ? read(segment, null, users) : page;
	}

	private static UserWindow start(PastSegment segment, @Nullable Cursor cursor) {
		double ids = segment.lastUser() - segment.firstUser() + 1.0;
		long budget = (long) Math.max(SMALLEST, ids * Math.min(1, READS / Math.max(1, segment.reads())));
		long width = (long) Math.max(SMALLEST, 2 * Page.SIZE * ids / Math.max(1, segment.size()));
		boolean back = cursor != null && cursor.back();
		long start = back ? segment.lastUser() : segment.firstUser();
		if (cursor != null) {
			start = back ? Math.min(start, cursor.number(0) - 1) : Math.max(start, cursor.number(0) + 1);
		}
		return of(start, width, back, segment, budget);
	}

	private static UserWindow of(long start, long wanted, boolean back, PastSegment segment, long budget) {
		long width = Math.min(wanted, budget);
		return back
				? new UserWindow(Math.max(segment.firstUser(), start - width + 1), start, true, segment, budget - width)
				: new UserWindow(start, Math.min(segment.lastUser(), start + width - 1), false, segment,
						budget - width);
	}

	/**
	 * Returns the next range.
	 */
	private UserWindow next() {
		return of(this.back ? this.first - 1 : this.last + 1, (this.last - this.first + 1) * GROWTH, this.back,
				this.segment, this.budget);
	}

	/**
	 * Whether nobody was a member beyond this range.
	 */
	private boolean isLast() {
		return this.back ? this.first <= this.segment.firstUser() : this.last >= this.segment.lastUser();
	}

	/**
	 * Returns the position after this range.
	 */
	private Cursor end() {
		return this.back ? Cursor.after(this.first).reversed() : Cursor.after(this.last);
	}

}
