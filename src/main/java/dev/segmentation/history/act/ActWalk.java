package dev.segmentation.history.act;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of walking through a part of the history.
 *
 * @param found the acts that meet the filter, in the order of the walk
 * @param stoppedAt the last act that was read if the walk stopped early; {@code null} if
 * it reached the end of the part
 */
record ActWalk(List<ActPosition> found, @Nullable ActPosition stoppedAt) {

	/**
	 * Whether the page is complete: further acts would not change it.
	 */
	boolean isComplete(int wanted) {
		return this.stoppedAt == null || this.found.size() >= wanted;
	}

	/**
	 * Returns the longer of two walks through the same part.
	 */
	static ActWalk further(ActWalk one, ActWalk other, boolean newestFirst) {
		if (one.stoppedAt == null || other.stoppedAt == null) {
			return (one.stoppedAt == null) ? one : other;
		}
		return (one.stoppedAt.compareTo(other.stoppedAt) < 0 == newestFirst) ? one : other;
	}

}
