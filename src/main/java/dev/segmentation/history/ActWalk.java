package dev.segmentation.history;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a walk through a stretch of the history has found.
 *
 * @param found acts that meet the filter, in the order of the walk
 * @param stoppedAt the last act that was looked at, when the walk ended before the
 * stretch did; {@code null} when nothing is left to look at
 */
record ActWalk(List<ActCursor> found, @Nullable ActCursor stoppedAt) {

	/**
	 * Whether going on would change the page.
	 */
	boolean isComplete(int wanted) {
		return this.stoppedAt == null || this.found.size() >= wanted;
	}

	/**
	 * Of two walks through the same stretch, the one that came further.
	 */
	static ActWalk further(ActWalk one, ActWalk other, boolean newestFirst) {
		if (one.stoppedAt == null || other.stoppedAt == null) {
			return (one.stoppedAt == null) ? one : other;
		}
		return (one.stoppedAt.compareTo(other.stoppedAt) < 0 == newestFirst) ? one : other;
	}

}
