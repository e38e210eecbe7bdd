package dev.segmentation.segment.web;

import java.util.Locale;
import java.util.Optional;

import dev.segmentation.segment.SegmentCursor;
import dev.segmentation.segment.SegmentFilter;
import dev.segmentation.segment.SegmentSort;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list asks for. What it does not say or says wrongly is as
 * usual.
 *
 * @param search part of the name or description
 * @param sort name, size or changed
 * @param order asc or desc
 * @param at the place where the page begins or ends
 */
record SegmentListRequest(@Nullable String search, @Nullable String sort, @Nullable String order, @Nullable String at) {

	SegmentFilter filter() {
		SegmentSort sort = sort(this.sort);
		boolean descending = (this.order != null) ? "desc".equals(this.order) : startsDescending(sort);
		return new SegmentFilter((this.search != null) ? this.search : "", sort, descending);
	}

	Optional<SegmentCursor> cursor() {
		return Optional.ofNullable(this.at).flatMap(SegmentCursor::parse);
	}

	private static SegmentSort sort(@Nullable String text) {
		for (SegmentSort sort : SegmentSort.values()) {
			if (sort.name().toLowerCase(Locale.ROOT).equals(text)) {
				return sort;
			}
		}
		return SegmentSort.NAME;
	}

	/**
	 * Whether the first click on a column puts the highest first: of sizes and times.
	 */
	static boolean startsDescending(SegmentSort sort) {
		return sort != SegmentSort.NAME;
	}

}
