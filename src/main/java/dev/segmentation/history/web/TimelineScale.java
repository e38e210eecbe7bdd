package dev.segmentation.history.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.segmentation.history.Stay;
import dev.segmentation.history.StayFilter;
import org.jspecify.annotations.Nullable;

/**
 * Where the stays of a timeline lie beside each other, as bars that are {@value #WIDTH}
 * wide in all.
 *
 * @param from what lies at the left end
 * @param to what lies at the right end: now
 * @param day the day that was asked for; {@code null} for any
 */
record TimelineScale(Instant from, Instant to, @Nullable Instant day) {

	static final int WIDTH = 1000;

	/** A short stay is still seen. */
	private static final int THINNEST = 8;

	static TimelineScale of(List<Stay> stays, StayFilter filter, Instant now) {
		Instant from = stays.stream()
			.map((stay) -> stay.entered().at())
			.min(Comparator.naturalOrder())
			.filter((first) -> first.isBefore(now))
			.orElse(now.minusSeconds(1));
		return new TimelineScale(from, now, filter.from());
	}

	/**
	 * Where a stay's bar begins.
	 */
	public long start(Stay stay) {
		return Math.min(at(stay.entered().at()), WIDTH - THINNEST);
	}

	/**
	 * How long a stay's bar is.
	 */
	public long length(Stay stay) {
		Instant end = (stay.left() != null) ? stay.left().at() : this.to;
		return Math.max(THINNEST, at(end) - start(stay));
	}

	/**
	 * Where the day begins that was asked for, if it is within.
	 */
	public @Nullable Long dayStart() {
		if (this.day == null || this.day.isBefore(this.from) || !this.day.isBefore(this.to)) {
			return null;
		}
		return at(this.day);
	}

	private long at(Instant instant) {
		Duration whole = Duration.between(this.from, this.to);
		Duration part = Duration.between(this.from, instant);
		return Math.clamp(part.toMillis() * WIDTH / Math.max(1, whole.toMillis()), 0, WIDTH);
	}

}
