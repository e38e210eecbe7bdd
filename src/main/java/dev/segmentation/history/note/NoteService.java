package dev.segmentation.history.note;

import java.util.List;

import dev.segmentation.shared.database.ReadOnly;

import org.springframework.stereotype.Service;

/**
 * The notes of acts.
 */
@Service
public class NoteService {

	/** The number of acts whose notes are compared. */
	private static final int ACTS = 50;

	private static final int RECENT = 5;

	private final NoteRepository notes;

	NoteService(NoteRepository notes) {
		this.notes = notes;
	}

	/**
	 * Returns the last different notes of an account, newest first, so that forms can
	 * offer them again.
	 */
	@ReadOnly
	public List<String> recent(long accountId) {
		return this.notes.findRecent(accountId, ACTS, RECENT);
	}

}
