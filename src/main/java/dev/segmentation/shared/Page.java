package dev.segmentation.shared;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A part of a sorted list.
 *
 * @param previous the cursor of the previous page; {@code null} on the first page
 * @param next the cursor of the next page; {@code null} on the last page
 */
public record Page<T>(List<T> items, @Nullable Cursor previous, @Nullable Cursor next) {

	/** The number of rows that the pages show at once. */
	public static final int SIZE = 50;

	/**
	 * Returns a page without items.
	 */
	public static <T> Page<T> empty() {
		return new Page<>(List.of(), null, null);
	}

	/**
	 * Reads a page, and one more row to find out whether the list continues. If rows were
	 * deleted so that the page is empty or reaches back to the start of the list, returns
	 * the first page.
	 * @param cursor where to read from; {@code null} for the start of the list
	 * @param position returns the position after a row
	 * @param rows reads rows from a cursor on, in reading order
	 */
	public static <T> Page<T> read(@Nullable Cursor cursor, int size, Function<T, Cursor> position, Rows<T> rows) {
		List<T> read = rows.read(cursor, size + 1);
		if (cursor != null && (read.isEmpty() || (cursor.back() && read.size() < size))) {
			return of(rows.read(null, size + 1), null, size, position);
		}
		return of(read, cursor, size, position);
	}

	/**
	 * Makes a page of rows.
	 * @param rows in reading order, one more than the page shows if the list continues
	 * @param cursor where reading began; {@code null} for the start of the list
	 * @param position returns the position after a row
	 */
	public static <T> Page<T> of(List<T> rows, @Nullable Cursor cursor, int size, Function<T, Cursor> position) {
		boolean back = cursor != null && cursor.back();
		boolean more = rows.size() > size;
		List<T> shown = more ? rows.subList(0, size) : rows;
		List<T> items = back ? shown.reversed() : shown;
		if (items.isEmpty()) {
			return empty();
		}
		boolean hasPrevious = back ? more : cursor != null;
		boolean hasNext = back || more;
		return new Page<>(items, hasPrevious ? position.apply(items.getFirst()).reversed() : null,
				hasNext ? position.apply(items.getLast()) : null);
	}

	/**
	 * Returns the page for a program, which must not start again when the end of the list
	 * was deleted meanwhile.
	 * @param cursor where reading began
	 */
	public Page<T> onward(@Nullable Cursor cursor) {
		return (cursor != null && this.previous == null) ? empty() : this;
	}

	/**
	 * Returns the same page with other items.
	 */
	public <R> Page<R> with(List<R> others) {
		return new Page<>(others, this.previous, this.next);
	}

	/**
	 * Reads rows of a list.
	 */
	@FunctionalInterface
	public interface Rows<T> {

		/**
		 * Reads the next rows in the direction of the cursor.
		 * @param cursor {@code null} for the start of the list
		 */
		List<T> read(@Nullable Cursor cursor, int limit);

	}

}
