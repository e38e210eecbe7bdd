package dev.segmentation.segment.web;

import dev.segmentation.shared.NoteText;
import org.jspecify.annotations.Nullable;

/**
 * The typed name that confirms a deletion.
 *
 * @param note the reason, for the history
 */
record DeleteSegmentForm(String name, String note) {

	DeleteSegmentForm(@Nullable String name, @Nullable String note) {
		this.name = (name != null) ? name : "";
		this.note = NoteText.of(note);
	}

	/**
	 * Whether the typed name is this name. Blanks around it are ignored, because they are
	 * invisible.
	 */
	boolean confirms(String name) {
		return ShownName.of(this.name).equals(ShownName.of(name));
	}

}
