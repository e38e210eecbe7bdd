package dev.segmentation.segment.web;

import java.util.Objects;

import dev.segmentation.segment.SegmentFilter;
import dev.segmentation.segment.SegmentSort;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.SortOrder;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.SortedForm;
import org.jspecify.annotations.Nullable;

/**
 * The list of segments as its URL describes it.
 *
 * @param search a part of the name or description
 * @param sort the column, {@code size} for example; {@code null} for the name
 * @param order {@code asc} or {@code desc}; {@code null} for the first order of the
 * column
 * @param restricted {@code true} for restricted segments only
 * @param at the cursor of the page; {@code null} for the first page
 */
record SegmentListForm(@Nullable String search, @Nullable String sort, @Nullable String order,
		@Nullable Boolean restricted, @Nullable String at) implements SortedForm<SegmentSort> {

	SegmentFilter filter() {
		SortOrder<SegmentSort> order = sortOrder();
		return new SegmentFilter(Objects.requireNonNullElse(this.search, ""), order.column(), order.descending(),
				Boolean.TRUE.equals(this.restricted));
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	@Override
	public SegmentSort firstColumn() {
		return SegmentSort.NAME;
	}

	@Override
	public PageUrl filterUrl() {
		return PageUrl.of("/segments")
			.with("search", this.search)
			.with("restricted", Boolean.TRUE.equals(this.restricted) ? "true" : "");
	}

}
