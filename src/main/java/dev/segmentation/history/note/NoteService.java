package dev.segmentation.history.note;

import java.util.List;
import java.util.Objects;

import dev.segmentation.history.act.ActSummary;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.shared.refusal.ForbiddenException;

import org.springframework.stereotype.Service;

/**
 * The notes of acts.
 */
@Service
public class NoteService {

	/** The number of acts whose notes are compared. */
	private static final int ACTS = 50;

	private static final int RECENT = 5;

	private static final int MOST_VERSIONS = 100;

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

	/**
	 * Whether an account may add or change the note of an act: its author or an
	 * administrator.
	 */
	public static boolean isChangeable(ActSummary act, CurrentAccount by) {
		return by.may(Role.ADMIN) || by.may(Role.EDITOR) && Objects.equals(act.accountId(), by.id());
	}

	/**
	 * Refuses an account that may not change the note of an act.
	 */
	public static void requireChangeable(ActSummary act, CurrentAccount by) {
		if (!isChangeable(act, by)) {
			throw new ForbiddenException("forbidden", "forbidden");
		}
	}

	/**
	 * Adds, changes or removes the note of an act. The former note is kept.
	 * @param before the note that the account saw; empty without one
	 * @param note empty to remove the note
	 * @throws ForbiddenException when the account may not change the note
	 * @throws NoteChangedException when another account has changed it meanwhile
	 */
	public void change(ActSummary act, String before, String note, CurrentAccount by) {
		requireChangeable(act, by);
		boolean same = note.equals(Objects.requireNonNullElse(act.note(), ""));
		if (!same && !this.notes.change(act.id(), before, note, by.id())) {
			throw new NoteChangedException();
		}
	}

	/**
	 * Returns the versions of a note that was changed, newest first.
	 */
	@ReadOnly
	public List<NoteVersion> versions(long actId) {
		return this.notes.findVersions(actId, MOST_VERSIONS);
	}

}
