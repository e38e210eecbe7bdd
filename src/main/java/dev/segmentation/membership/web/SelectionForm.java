package dev.segmentation.membership.web;

import java.util.List;
import java.util.Objects;

import dev.segmentation.shared.NoteText;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The selected members of a segment.
 *
 * @param note the reason of their removal, for the history
 */
record SelectionForm(List<Long> users, Boolean all, String filter, @Nullable Long expected,
		String note) implements Selection {

	SelectionForm(@Nullable List<Long> users, @Nullable Boolean all, @Nullable String filter, @Nullable Long expected,
			@Nullable String note) {
		this.users = distinct(users);
		this.all = Boolean.TRUE.equals(all);
		this.filter = requireNonNullElse(filter, "");
		this.expected = expected;
		this.note = NoteText.of(note);
	}

	static List<Long> distinct(@Nullable List<Long> users) {
		return (users != null) ? users.stream().filter(Objects::nonNull).distinct().toList() : List.of();
	}

}
