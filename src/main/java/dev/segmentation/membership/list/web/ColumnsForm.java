package dev.segmentation.membership.list.web;

import java.util.Arrays;

import dev.segmentation.membership.list.MemberList;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

/**
 * The form that chooses the column that names users, and the field that it has.
 *
 * @param column the number of the column, from 1
 * @param field the name of the field; empty to recognize it
 */
record ColumnsForm(int column, @Nullable String field) {

	int columnOf(MemberList list) {
		if (this.column < 1 || this.column > list.layout().headers().size()) {
			throw new InvalidInputException();
		}
		return this.column;
	}

	@Nullable UserField userField() {
		return Arrays.stream(UserField.values())
			.filter((each) -> each.name().equals(this.field))
			.findFirst()
			.orElse(null);
	}

}
