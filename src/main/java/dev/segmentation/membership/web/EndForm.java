package dev.segmentation.membership.web;

import java.util.List;

import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.end.EndChangeFields;
import dev.segmentation.membership.end.EndChangeKind;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that changes the end of selected memberships.
 *
 * @param by the duration of {@link EndChangeKind#LATER}
 * @param ttl the duration of {@link EndChangeKind#AFTER}
 * @param until the local date and time of {@link EndChangeKind#AT}
 * @param note the reason, for the history
 */
record EndForm(List<Long> users, Boolean all, String filter, @Nullable Long expected,
		@NotNull(message = "{members.change.empty}") @Nullable EndChangeKind change, String by, String ttl,
		String until, String note) implements Selection, EndChangeFields {

	EndForm(@Nullable List<Long> users, @Nullable Boolean all, @Nullable String filter, @Nullable Long expected,
			@Nullable EndChangeKind change, @Nullable String by, @Nullable String ttl, @Nullable String until,
			@Nullable String note) {
		this.users = SelectionForm.distinct(users);
		this.all = Boolean.TRUE.equals(all);
		this.filter = requireNonNullElse(filter, "");
		this.expected = expected;
		this.by = requireNonNullElse(by, "");
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.change = EndChangeKind.of(change, this.by, this.ttl, this.until);
		this.note = NoteText.of(note);
	}

}
