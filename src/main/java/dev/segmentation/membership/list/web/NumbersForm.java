package dev.segmentation.membership.list.web;

import java.util.List;
import java.util.Optional;

import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

/**
 * The form that decides which field the numbers of a pasted list are.
 *
 * @param numbers the name of the field; {@code null} when none was chosen
 */
record NumbersForm(@Nullable String numbers) {

	static final List<UserField> FIELDS = List.of(UserField.ID, UserField.EXTERNAL_ID, UserField.LOGIN);

	static NumbersForm of(@Nullable UserField field) {
		return new NumbersForm((field != null) ? field.name() : null);
	}

	Optional<UserField> field() {
		return FIELDS.stream().filter((field) -> field.name().equals(this.numbers)).findFirst();
	}

}
