package dev.segmentation.shared;

import java.util.List;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is ordered by date and id, newest first.
 *
 * @param newer the cursor of the previous page; {@code null} on the first page
 * @param older the cursor of the next page; {@code null} on the last page
 */
public record DatedPage<T>(List<T> items, @Nullable DatedCursor newer, @Nullable DatedCursor older) {

	/**
	 * Makes a page of rows: sorts them, and removes the row that only shows whether the
	 * list continues.
	 * @param itemsAndOne in reading order, away from the cursor
	 * @param cursor where reading began; {@code null} for the newest item
	 * @param place returns the cursor at an item
	 */
	public static <T> DatedPage<T> of(List<T> itemsAndOne, @Nullable DatedCursor cursor, int size,
			BiFunction<T, Boolean, DatedCursor> place) {
		boolean onward = cursor == null || cursor.onward();
		boolean more = itemsAndOne.size() > size;
		List<T> shown = more ? itemsAndOne.subList(0, size) : itemsAndOne;
		List<T> items = onward ? shown : shown.reversed();
		if (items.isEmpty()) {
			return new DatedPage<>(items, null, null);
		}
		boolean first = onward ? cursor == null : !more;
		boolean last = onward && !more;
		return new DatedPage<>(items, first ? null : place.apply(items.getFirst(), false),
				last ? null : place.apply(items.getLast(), true));
	}

}
