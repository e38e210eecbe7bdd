package dev.segmentation.membership.list.web;

import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.end.EndFields;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.ListChange;
import dev.segmentation.membership.list.MemberListRequest;
import dev.segmentation.membership.list.PastedList;
import dev.segmentation.membership.list.PresentEnds;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * A pasted list of users.
 *
 * @param text the list, or the mark of a long one
 * @param change what to do with the users
 * @param present what happens to the ends of those that are members already
 * @param note the reason, for the history
 */
record PasteForm(String text, ListChange change, PresentEnds present, String ttl, String until,
		String note) implements EndFields {

	static final PasteForm EMPTY = new PasteForm(null, null, null, null, null, null);

	PasteForm(@Nullable String text, @Nullable ListChange change, @Nullable PresentEnds present, @Nullable String ttl,
			@Nullable String until, @Nullable String note) {
		this.text = requireNonNullElse(text, "");
		this.change = requireNonNullElse(change, ListChange.ADD);
		this.present = requireNonNullElse(present, PresentEnds.LEAVE);
		boolean ends = this.change != ListChange.REMOVE;
		this.ttl = ends ? requireNonNullElse(ttl, "") : "";
		this.until = ends ? requireNonNullElse(until, "") : "";
		this.note = NoteText.of(note);
	}

	MemberListRequest toRequest(PastedList list, @Nullable Ttl end) {
		return new MemberListRequest(list, this.change, this.present, end, this.note);
	}

}
