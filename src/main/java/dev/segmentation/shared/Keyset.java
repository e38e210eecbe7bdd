package dev.segmentation.shared;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The sort columns of a list in SQL. It builds the condition and the order for reading
 * the list from a cursor on, in either direction.
 *
 * @param descending whether the list begins with the largest keys
 * @param columns SQL expressions; must not contain texts from requests
 */
public record Keyset(boolean descending, List<String> columns) {

	/**
	 * Creates the sort columns of a list that begins with the smallest keys.
	 */
	public static Keyset ascending(String... columns) {
		return new Keyset(false, List.of(columns));
	}

	/**
	 * Creates the sort columns of a list that begins with the largest keys.
	 */
	public static Keyset descending(String... columns) {
		return new Keyset(true, List.of(columns));
	}

	/**
	 * Returns the condition for the rows beyond a cursor.
	 * @param parameters the keys as SQL, for example {@code :date}, in the order of the
	 * columns
	 * @return {@code true} at the start of the list
	 */
	public String beyond(@Nullable Cursor cursor, String... parameters) {
		return (cursor != null) ? "(%s) %s (%s)".formatted(String.join(", ", this.columns),
				isDescending(cursor) ? "<" : ">", String.join(", ", Arrays.asList(parameters))) : "true";
	}

	/**
	 * Returns the order for reading the rows beyond a cursor.
	 */
	public String order(@Nullable Cursor cursor) {
		String direction = isDescending(cursor) ? " DESC" : " ASC";
		return this.columns.stream().map((column) -> column + direction).collect(Collectors.joining(", "));
	}

	private boolean isDescending(@Nullable Cursor cursor) {
		return this.descending != (cursor != null && cursor.back());
	}

}
