package dev.segmentation.history.undo;

import org.jspecify.annotations.Nullable;

/**
 * What the undo of an act would do now.
 *
 * @param untouched the changes of memberships that were not changed since
 * @param overriding the changes when later changes are taken back too
 * @param changed the number of memberships that were changed since the act
 * @param impossible the number of memberships that cannot exist any more, or whose end
 * has passed
 * @param endless the number of those that are possible with a new end
 * @param segment the name of the segment that the undo creates again; {@code null} for
 * none
 */
public record UndoPlan(UndoChanges untouched, UndoChanges overriding, long changed, long impossible, long endless,
		@Nullable String segment) {

	/**
	 * Whether any undo would change something.
	 */
	public boolean isPossible() {
		return this.overriding.total() + this.endless > 0 || this.segment != null;
	}

	/**
	 * The number of memberships that the undo may leave alone.
	 */
	public long obstacles() {
		return this.changed + this.impossible;
	}

}
