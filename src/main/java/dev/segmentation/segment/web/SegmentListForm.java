package dev.segmentation.segment.web;

import java.util.Objects;

import dev.segmentation.segment.SegmentFilter;
import dev.segmentation.segment.SegmentSort;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * The list of segments as its URL describes it.
 *
 * @param search a part of the name or description
 * @param sort the column, {@code size} for example; {@code null} for the name
 * @param order {@code asc} or {@code desc}; {@code null} for the default order of the
 * column
 * @param restricted {@code true} for restricted segments only
 * @param at the cursor of the page; {@code null} for the first page
 */
record SegmentListForm(@Nullable String search, @Nullable String sort, @Nullable String order,
		@Nullable Boolean restricted, @Nullable String at) {

	SegmentFilter filter() {
		SegmentSort column = SegmentSort.of(this.sort);
		boolean descending = (this.order != null) ? "desc".equals(this.order) : column.startsDescending();
		return new SegmentFilter(Objects.requireNonNullElse(this.search, ""), column, descending,
				Boolean.TRUE.equals(this.restricted));
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	static PageUrl url(SegmentFilter filter) {
		PageUrl url = PageUrl.of("/segments")
			.with("search", filter.query())
			.with("restricted", filter.restricted() ? "true" : "");
		boolean byName = filter.sort() == SegmentSort.NAME && !filter.descending();
		return byName ? url : url.with("sort", filter.sort().text()).with("order", order(filter));
	}

	private static String order(SegmentFilter filter) {
		return filter.descending() ? "desc" : "asc";
	}

	/**
	 * Returns the column as in the URL, for the search form.
	 */
	public String sortText() {
		return filter().sort().text();
	}

	/**
	 * Returns the order as in the URL, for the search form.
	 */
	public String orderText() {
		return order(filter());
	}

	/**
	 * Returns the address of the list sorted by a column. A second click on a column
	 * reverses the order.
	 */
	public String sortUrl(String column) {
		SegmentFilter now = filter();
		SegmentSort chosen = SegmentSort.of(column);
		boolean descending = (chosen == now.sort()) ? !now.descending() : chosen.startsDescending();
		return url(new SegmentFilter(now.query(), chosen, descending, now.restricted())).first();
	}

	/**
	 * Returns the {@code aria-sort} of a column.
	 */
	public String sortState(String column) {
		SegmentFilter now = filter();
		if (now.sort() != SegmentSort.of(column)) {
			return "none";
		}
		return now.descending() ? "descending" : "ascending";
	}

}
