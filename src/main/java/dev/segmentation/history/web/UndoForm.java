package dev.segmentation.history.web;

import dev.segmentation.membership.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * How to undo an act.
 *
 * @param overriding whether to take back later changes too
 * @param note the reason, for the history
 */
record UndoForm(Boolean overriding, String note) {

	UndoForm(@Nullable Boolean overriding, @Nullable String note) {
		this.overriding = Boolean.TRUE.equals(overriding);
		this.note = NoteText.of(note);
	}

}
