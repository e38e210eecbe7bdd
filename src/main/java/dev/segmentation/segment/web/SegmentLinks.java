package dev.segmentation.segment.web;

import java.util.Locale;
import java.util.Map;

import dev.segmentation.segment.SegmentCursor;
import dev.segmentation.segment.SegmentFilter;
import dev.segmentation.segment.SegmentPage;
import dev.segmentation.segment.SegmentSort;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The addresses of a list of segments: this page, its neighbours, and the same list in
 * other orders.
 */
class SegmentLinks {

	private final SegmentFilter filter;

	private final SegmentPage page;

	SegmentLinks(SegmentFilter filter, SegmentPage page) {
		this.filter = filter;
		this.page = page;
	}

	/** The page before; {@code null} on the first. */
	public @Nullable String previous() {
		return (this.page.before() != null) ? url(this.filter, this.page.before()) : null;
	}

	/** The page after; {@code null} on the last. */
	public @Nullable String next() {
		return (this.page.after() != null) ? url(this.filter, this.page.after()) : null;
	}

	/** The list sorted by a column: the other way round, if it is already. */
	public String sort(String column) {
		SegmentSort sort = SegmentSort.valueOf(column);
		boolean descending = (sort == this.filter.sort()) ? !this.filter.descending()
				: SegmentListRequest.startsDescending(sort);
		return url(new SegmentFilter(this.filter.query(), sort, descending), null);
	}

	/** How the list is sorted by a column. */
	public String state(String column) {
		if (!this.filter.sort().name().equals(column)) {
			return "none";
		}
		return this.filter.descending() ? "descending" : "ascending";
	}

	/** The column that is sorted by, as an address says it. */
	public String sort() {
		return this.filter.sort().name().toLowerCase(Locale.ROOT);
	}

	/** The order, as an address says it. */
	public String order() {
		return this.filter.descending() ? "desc" : "asc";
	}

	/** The first page of this list. */
	String first() {
		return url(this.filter, null);
	}

	private static String url(SegmentFilter filter, @Nullable SegmentCursor cursor) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath("/segments");
		if (!filter.query().isEmpty()) {
			url.queryParam("search", "{search}");
		}
		if (filter.sort() != SegmentSort.NAME || filter.descending()) {
			url.queryParam("sort", filter.sort().name().toLowerCase(Locale.ROOT));
			url.queryParam("order", filter.descending() ? "desc" : "asc");
		}
		if (cursor != null) {
			url.queryParam("at", cursor);
		}
		return url.encode().buildAndExpand(Map.of("search", filter.query())).toUriString();
	}

}
