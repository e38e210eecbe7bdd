package dev.segmentation.history.web;

import java.util.List;

import dev.segmentation.history.note.NoteService;
import dev.segmentation.shared.CurrentAccount;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The notes that the field of a note offers. Templates use it as {@code @recentNotes}.
 */
@Component
class RecentNotes {

	private final NoteService notes;

	RecentNotes(NoteService notes) {
		this.notes = notes;
	}

	/**
	 * The last notes of the account, newest first.
	 */
	public List<String> of(@Nullable CurrentAccount account) {
		return (account != null) ? this.notes.recent(account.id()) : List.of();
	}

}
