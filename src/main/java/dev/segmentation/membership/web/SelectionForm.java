package dev.segmentation.membership.web;

import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The selected members of a segment.
 *
 * @param users the ids of the members
 */
record SelectionForm(@NotEmpty(message = "{members.selection.empty}") @Size(max = SelectionForm.MOST,
		message = "{members.selection.long}") List<@NotNull Long> users) {

	/** A page shows fewer members. */
	static final int MOST = 1000;

	SelectionForm(@Nullable List<Long> users) {
		this.users = (users != null) ? users.stream().distinct().toList() : List.of();
	}

}
