package dev.segmentation.history.act;

import java.time.Instant;
import java.util.Comparator;

import dev.segmentation.shared.Cursor;

/**
 * The position of an act in the history.
 */
record ActPosition(Instant at, long id) implements Comparable<ActPosition> {

	private static final Comparator<ActPosition> BY_TIME = Comparator.comparing(ActPosition::at)
		.thenComparing(ActPosition::id);

	/**
	 * Returns the position before all acts of an instant.
	 */
	static ActPosition start(Instant instant) {
		return new ActPosition(instant, 0);
	}

	static ActPosition of(Cursor cursor) {
		return new ActPosition(cursor.instant(0), cursor.number(1));
	}

	Cursor cursor() {
		return Cursor.after(this.at, this.id);
	}

	@Override
	public int compareTo(ActPosition other) {
		return BY_TIME.compare(this, other);
	}

}
