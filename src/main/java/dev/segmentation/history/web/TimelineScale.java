package dev.segmentation.history.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.segmentation.history.period.MembershipPeriod;
import dev.segmentation.history.period.PeriodFilter;
import org.jspecify.annotations.Nullable;

/**
 * Positions the bars of a timeline, one for each membership period. The scale is
 * {@value #WIDTH} units wide.
 *
 * @param from the left end
 * @param to the right end, which is now
 * @param day the start of the chosen day; {@code null} for no day
 */
record TimelineScale(Instant from, Instant to, @Nullable Instant day) {

	static final int WIDTH = 1000;

	/** Short periods stay visible. */
	private static final int THINNEST = 8;

	static TimelineScale of(List<MembershipPeriod> periods, PeriodFilter filter, Instant now) {
		Instant from = periods.stream()
			.map((period) -> period.entered().at())
			.min(Comparator.naturalOrder())
			.filter((first) -> first.isBefore(now))
			.orElse(now.minusSeconds(1));
		return new TimelineScale(from, now, filter.from());
	}

	/**
	 * The left end of a bar.
	 */
	public long start(MembershipPeriod period) {
		return Math.min(at(period.entered().at()), WIDTH - THINNEST);
	}

	/**
	 * The length of a bar.
	 */
	public long length(MembershipPeriod period) {
		Instant end = (period.left() != null) ? period.left().at() : this.to;
		return Math.max(THINNEST, at(end) - start(period));
	}

	/**
	 * The position of the chosen day; {@code null} when it is outside the scale.
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
