package dev.segmentation.shared;

import org.jspecify.annotations.Nullable;

/**
 * The note of an act from a form.
 */
public final class NoteText {

	/** As many characters as the field accepts. */
	private static final int LONGEST = 500;

	private NoteText() {
	}

	/**
	 * Returns the note, without what is too long for the field.
	 * @return empty without a note
	 */
	public static String of(@Nullable String text) {
		String note = (text != null) ? PlainText.of(text) : "";
		return (note.codePointCount(0, note.length()) > LONGEST)
				? note.substring(0, note.offsetByCodePoints(0, LONGEST)) : note;
	}

}
