package dev.segmentation.membership.web;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Moves the end of selected memberships.
 *
 * @param users the members' ids
 * @param change which of the ways is chosen
 * @param by how much later they end
 * @param ttl how long from now they still last
 * @param until when they end, in the reader's zone
 */
record EndForm(@Size(min = 1, max = SelectionForm.MOST, message = "{members.selection.empty}") List<Long> users,
		@NotNull(message = "{members.change.empty}") @Nullable Change change, String by, String ttl, String until) {

	EndForm(@Nullable List<Long> users, @Nullable Change change, @Nullable String by, @Nullable String ttl,
			@Nullable String until) {
		this.users = (users != null) ? users.stream().distinct().toList() : List.of();
		this.change = change;
		this.by = Fields.text(by);
		this.ttl = Fields.text(ttl);
		this.until = Fields.text(until);
	}

	/**
	 * The ways to move an end.
	 */
	enum Change {

		/** By so much later than it is. */
		LATER,

		/** So long from now. */
		AFTER,

		/** At a date and time. */
		AT,

		/** Away. */
		NEVER

	}

}
