package dev.segmentation.membership.list.web;

import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.end.EndFields;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.list.ListChange;
import dev.segmentation.membership.list.MemberListRequest;
import dev.segmentation.membership.list.ListSource;
import dev.segmentation.membership.list.PresentEnds;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

/**
 * A pasted list of users.
 *
 * @param text the list, or the mark of a long one
 * @param change what to do with the users
 * @param present what happens to the ends of those that are members already
 * @param note the reason, for the history
 * @param file a file instead of the text; {@code null} or empty without one
 */
record PasteForm(String text, ListChange change, PresentEnds present, String ttl, String until, String note,
		@Nullable MultipartFile file) implements EndFields {

	static final PasteForm EMPTY = new PasteForm(null, null, null, null, null, null, null);

	private static final int LONGEST_NAME = 120;

	PasteForm(@Nullable String text, @Nullable ListChange change, @Nullable PresentEnds present, @Nullable String ttl,
			@Nullable String until, @Nullable String note, @Nullable MultipartFile file) {
		this.text = requireNonNullElse(text, "");
		this.change = requireNonNullElse(change, ListChange.ADD);
		this.present = requireNonNullElse(present, PresentEnds.LEAVE);
		boolean ends = this.change != ListChange.REMOVE;
		this.ttl = ends ? requireNonNullElse(ttl, "") : "";
		this.until = ends ? requireNonNullElse(until, "") : "";
		this.note = NoteText.of(note);
		this.file = file;
	}

	boolean hasFile() {
		return this.file != null && !this.file.isEmpty();
	}

	MultipartFile givenFile() {
		return requireNonNull(this.file);
	}

	/** The file's name, without the folders that some browsers send with it. */
	String fileName() {
		String name = requireNonNullElse(givenFile().getOriginalFilename(), "").replaceAll("^.*[/\\\\]", "")
			.replaceAll("\\p{Cntrl}", "");
		return name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

	MemberListRequest toRequest(ListSource list, @Nullable Ttl end) {
		return new MemberListRequest(list, this.change, this.present, end, this.note);
	}

}
