package dev.segmentation.membership.web;

import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.end.EndFields;
import dev.segmentation.shared.PlainText;
import dev.segmentation.user.UserText;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that adds one member to a segment.
 *
 * @param user the text that names the user
 * @param pick the id of the suggested user that was picked; {@code null} when no
 * suggestion was picked
 * @param ending whether the membership shall have an end
 * @param note the reason, for the history
 */
record AddMemberForm(String user, @Nullable Long pick, Boolean ending, String ttl, String until,
		String note) implements EndFields {

	static final AddMemberForm EMPTY = new AddMemberForm(null, null, null, null, null, null);

	AddMemberForm(@Nullable String user, @Nullable Long pick, @Nullable Boolean ending, @Nullable String ttl,
			@Nullable String until, @Nullable String note) {
		this.user = UserText.address(PlainText.of(requireNonNullElse(user, "")));
		this.pick = pick;
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.note = NoteText.of(note);
		this.ending = Boolean.TRUE.equals(ending) || !this.ttl.isEmpty() || !this.until.isEmpty();
	}

}
