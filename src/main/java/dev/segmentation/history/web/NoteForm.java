package dev.segmentation.history.web;

import dev.segmentation.history.act.ActSummary;
import dev.segmentation.shared.NoteText;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The note of an act.
 *
 * @param before the note that the form showed
 */
record NoteForm(String note, String before) {

	NoteForm(@Nullable String note, @Nullable String before) {
		this.note = NoteText.of(note);
		this.before = requireNonNullElse(before, "");
	}

	static NoteForm of(ActSummary act) {
		return new NoteForm(act.note(), act.note());
	}

}
