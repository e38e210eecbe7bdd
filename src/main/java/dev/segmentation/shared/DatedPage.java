package dev.segmentation.shared;

import java.util.List;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is ordered by date and id, newest first.
 *
 * @param newer where the page before begins; {@code null} on the first
 * @param older where the page behind begins; {@code null} on the last
 */
public record DatedPage<T>(List<T> items, @Nullable DatedCursor newer, @Nullable DatedCursor older) {

	/**
	 * Puts what was read in order, and cuts off what was read to see whether there is
	 * more.
	 * @param itemsAndOne in the order they were read: from the cursor away
	 * @param cursor where reading began; {@code null} at the newest
	 * @param place the cursor at an item
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
