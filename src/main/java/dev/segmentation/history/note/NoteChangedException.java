package dev.segmentation.history.note;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * Another account has changed the note since the form was opened.
 */
public class NoteChangedException extends ConflictException {

	NoteChangedException() {
		super("note.changed", "note has changed meanwhile");
	}

}
