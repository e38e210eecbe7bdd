package dev.segmentation.membership.end.web;

import java.util.List;

import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.end.EndChangeFields;
import dev.segmentation.membership.end.EndChangeKind;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.membership.member.MembershipKey;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that changes the ends of memberships in several segments.
 *
 * @param users the memberships ({@link MembershipKey}); the list's script knows this name
 * @param by the duration of {@link EndChangeKind#LATER}
 * @param ttl the duration of {@link EndChangeKind#AFTER}
 * @param until the local date and time of {@link EndChangeKind#AT}
 * @param note the reason, for the history
 */
record EndsChangeForm(List<String> users, @NotNull(message = "{members.change.empty}") @Nullable EndChangeKind change,
		String by, String ttl, String until, String note) implements EndChangeFields {

	EndsChangeForm(@Nullable List<String> users, @Nullable EndChangeKind change, @Nullable String by,
			@Nullable String ttl, @Nullable String until, @Nullable String note) {
		this.users = (users != null) ? users.stream().distinct().toList() : List.of();
		this.by = requireNonNullElse(by, "");
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.change = EndChangeKind.of(change, this.by, this.ttl, this.until);
		this.note = NoteText.of(note);
	}

	/**
	 * Returns the memberships.
	 */
	List<MembershipKey> keys() {
		return isTooLong() ? List.of() : this.users.stream().map(MembershipKey::parse).toList();
	}

	/**
	 * Whether more memberships are selected than one request changes.
	 */
	public boolean isTooLong() {
		return this.users.size() > MemberSelection.MOST;
	}

}
