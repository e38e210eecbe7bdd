package dev.segmentation.report.web;

import java.util.Objects;
import java.util.stream.Stream;

import dev.segmentation.report.ReportListFilter;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.report.ReportSort;
import dev.segmentation.report.ReportStatus;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.SortOrder;
import dev.segmentation.shared.web.page.FilterForm;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.SortedForm;
import org.jspecify.annotations.Nullable;

/**
 * The list of reports as its URL describes it.
 *
 * @param q a part of the file name, of the filters or of the author's login
 * @param status {@code null} for all states
 * @param place {@code null} for all places
 * @param mine {@code true} for the reports of the reader; otherwise {@code null}
 * @param sort the column, {@code opened} for example; {@code null} for the time of
 * creation
 * @param order {@code asc} or {@code desc}; {@code null} for the first order of the
 * column
 * @param at the cursor of the page; {@code null} for the first page
 */
record ReportListForm(@Nullable String q, @Nullable ReportStatus status, @Nullable ReportPlace place,
		@Nullable Boolean mine, @Nullable String sort, @Nullable String order,
		@Nullable String at) implements SortedForm<ReportSort>, FilterForm {

	ReportListForm(@Nullable String q, @Nullable ReportStatus status, @Nullable ReportPlace place,
			@Nullable Boolean mine, @Nullable String sort, @Nullable String order, @Nullable String at) {
		this.q = q;
		this.status = status;
		this.place = place;
		this.mine = Boolean.TRUE.equals(mine) ? mine : null;
		this.sort = sort;
		this.order = order;
		this.at = at;
	}

	ReportListFilter filter(CurrentAccount reader) {
		SortOrder<ReportSort> order = sortOrder();
		return new ReportListFilter(Objects.requireNonNullElse(this.q, "").strip(), this.status, this.place,
				(this.mine != null) ? reader.id() : null, order.column(), order.descending());
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	@Override
	public ReportSort firstColumn() {
		return ReportSort.CREATED;
	}

	@Override
	public PageUrl filterUrl() {
		return PageUrl.of("/reports")
			.with("q", this.q)
			.with("status", this.status)
			.with("place", this.place)
			.with("mine", this.mine);
	}

	@Override
	public Stream<@Nullable Object> filters() {
		return Stream.of(this.q, this.status, this.place, this.mine);
	}

}
