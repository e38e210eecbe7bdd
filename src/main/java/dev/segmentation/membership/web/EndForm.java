package dev.segmentation.membership.web;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that changes the end of selected memberships.
 *
 * @param users the ids of the members
 * @param by the duration of {@link Change#LATER}
 * @param ttl the duration of {@link Change#AFTER}
 * @param until the local date and time of {@link Change#AT}
 */
record EndForm(
		@Size(min = 1, max = SelectionForm.MOST, message = "{members.selection.empty}") List<@NotNull Long> users,
		@NotNull(message = "{members.change.empty}") @Nullable Change change, String by, String ttl, String until) {

	EndForm(@Nullable List<Long> users, @Nullable Change change, @Nullable String by, @Nullable String ttl,
			@Nullable String until) {
		this.users = (users != null) ? users.stream().distinct().toList() : List.of();
		this.change = change;
		this.by = requireNonNullElse(by, "");
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
	}

	/**
	 * The ways to change an end.
	 */
	enum Change {

		/** The present end, extended by a duration. */
		LATER,

		/** After a duration from now. */
		AFTER,

		/** At a date and time. */
		AT,

		/** No end. */
		NEVER

	}

}
