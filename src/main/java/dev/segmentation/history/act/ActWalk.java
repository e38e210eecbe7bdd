package dev.segmentation.history.act;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of walking through a part of the history.
 *
 * @param found the acts that meet the filter, in the order of the walk
 * @param stoppedAt the last act that was read, when the walk stopped before the end of
 * the part; {@code null} when it reached the end
 */
record ActWalk(List<ActPosition> found, @Nullable ActPosition stoppedAt) {

	/**
	 * Whether walking on would not change the page.
	 */
	boolean isComplete(int wanted) {
		return this.stoppedAt == null || this.found.size() >= wanted;
	}

	/**
	 * Of two walks through the same part, the one that came further.
	 */
	static ActWalk further(ActWalk one, ActWalk other, boolean newestFirst) {
		if (one.stoppedAt == null || other.stoppedAt == null) {
			return (one.stoppedAt == null) ? one : other;
		}
		return (one.stoppedAt.compareTo(other.stoppedAt) < 0 == newestFirst) ? one : other;
	}

}
