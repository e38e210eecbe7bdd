package dev.segmentation.segment;

import java.util.List;

import dev.segmentation.segment.SegmentListRepository.Row;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists of segments into pages.
 */
final class SegmentPages {

	private SegmentPages() {
	}

	/**
	 * The page at a place, or the first when nothing is there any more.
	 */
	static SegmentPage page(SegmentListRepository lists, SegmentFilter filter, @Nullable SegmentCursor cursor,
			int limit) {
		if (cursor == null || !filter.sort().accepts(cursor.key())) {
			return page(lists, lists.find(filter, null, limit), false);
		}
		List<Row> rows = lists.find(filter, cursor, limit);
		boolean startReached = cursor.backwards() && rows.size() < limit;
		return (rows.isEmpty() || startReached) ? page(lists, lists.find(filter, null, limit), false)
				: page(lists, rows, cursor.backwards());
	}

	private static SegmentPage page(SegmentListRepository lists, List<Row> rows, boolean backwards) {
		if (rows.isEmpty()) {
			return new SegmentPage(List.of(), null, null, 0, lists.count());
		}
		Row first = rows.getFirst();
		Row last = rows.getLast();
		// Read backwards, places are counted from the end of the list.
		boolean more = (backwards ? first : last).place() < first.matching();
		boolean back = (backwards ? last : first).place() > 1;
		return new SegmentPage(rows.stream().map(Row::segment).toList(),
				(backwards ? more : back) ? first.cursor(true) : null,
				(backwards ? back : more) ? last.cursor(false) : null, first.matching(), lists.count());
	}

}
