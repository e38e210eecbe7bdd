package dev.segmentation.history.web;

import dev.segmentation.history.undo.UndoRequest;
import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.end.EndFields;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.PlainText;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * How to undo an act.
 *
 * @param overriding whether to take back later changes too
 * @param name the name of the segment that is created again; empty for the former one
 * @param note the reason, for the history
 */
record UndoForm(Boolean overriding, String ttl, String until, String name, String note) implements EndFields {

	UndoForm(@Nullable Boolean overriding, @Nullable String ttl, @Nullable String until, @Nullable String name,
			@Nullable String note) {
		this.overriding = Boolean.TRUE.equals(overriding);
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.name = PlainText.of(requireNonNullElse(name, ""));
		this.note = NoteText.of(note);
	}

	/** As the database checks it. */
	boolean hasValidName() {
		long length = this.name.codePoints().count();
		return this.name.isEmpty() || (length >= 2 && length <= 64);
	}

	UndoRequest toRequest(@Nullable Ttl end) {
		return new UndoRequest(this.overriding, end, this.name, this.note);
	}

}
