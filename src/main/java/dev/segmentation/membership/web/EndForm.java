package dev.segmentation.membership.web;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that changes the end of selected memberships.
 *
 * @param by the duration of {@link Change#LATER}
 * @param ttl the duration of {@link Change#AFTER}
 * @param until the local date and time of {@link Change#AT}
 */
record EndForm(List<Long> users, Boolean all, String filter, @Nullable Long expected,
		@NotNull(message = "{members.change.empty}") @Nullable Change change, String by, String ttl,
		String until) implements Selection, EndChangeFields {

	EndForm(@Nullable List<Long> users, @Nullable Boolean all, @Nullable String filter, @Nullable Long expected,
			@Nullable Change change, @Nullable String by, @Nullable String ttl, @Nullable String until) {
		this.users = SelectionForm.distinct(users);
		this.all = Boolean.TRUE.equals(all);
		this.filter = requireNonNullElse(filter, "");
		this.expected = expected;
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
