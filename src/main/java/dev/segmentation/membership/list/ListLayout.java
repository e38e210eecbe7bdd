package dev.segmentation.membership.list;

import java.util.List;

import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a list of users.
 *
 * @param fileName {@code null} for a pasted list
 * @param headers the names of its columns; empty when it has only entries
 * @param column the number of the column that names users, from 1
 * @param field the field that all entries are matched by; {@code null} to recognize it
 * @param ends whether a column has the ends of the memberships
 */
public record ListLayout(@Nullable String fileName, List<String> headers, int column, @Nullable UserField field,
		boolean ends) {

	static final ListLayout ENTRIES = new ListLayout(null, List.of(), 1, null, false);

	public ListLayout {
		headers = List.copyOf(headers);
	}

	ListLayout with(int otherColumn, @Nullable UserField otherField) {
		return new ListLayout(this.fileName, this.headers, otherColumn, otherField, this.ends);
	}

}
