package dev.segmentation.membership.member;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The members of a list by their ends.
 */
public enum MemberEnds {

	/** All members. */
	ANY(null, null),

	/** Members with an end. */
	SET(true, null),

	/** Members without an end. */
	NONE(false, null),

	/** Members whose memberships end within 24 hours. */
	DAY(true, Duration.ofDays(1)),

	/** Members whose memberships end within seven days. */
	WEEK(true, Duration.ofDays(7)),

	/** Members whose memberships end within 30 days. */
	MONTH(true, Duration.ofDays(30));

	private final @Nullable Boolean present;

	private final @Nullable Duration within;

	MemberEnds(@Nullable Boolean present, @Nullable Duration within) {
		this.present = present;
		this.within = within;
	}

	/**
	 * Returns whether the memberships have an end; {@code null} when it does not matter.
	 */
	@Nullable Boolean present() {
		return this.present;
	}

	/**
	 * Returns the longest time until the end; {@code null} when it does not matter.
	 */
	@Nullable Duration within() {
		return this.within;
	}

}
