package dev.segmentation.membership;

import java.util.function.Supplier;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives acts a note: why a person does them.
 */
@Service
public class ActNotes {

	private final ActNoteRepository notes;

	ActNotes(ActNoteRepository notes) {
		this.notes = notes;
	}

	/**
	 * Does an act in one transaction, and records it with a note.
	 * @param note empty without one
	 * @return the result with the last act of the transaction
	 */
	@Transactional
	public <T> ActResult<T> during(String note, Supplier<T> act) {
		if (!note.isEmpty()) {
			this.notes.set(note);
		}
		T result = act.get();
		return new ActResult<>(result, this.notes.currentAct().orElse(null));
	}

}
