package dev.segmentation.account.token.web;

import java.util.Objects;
import java.util.stream.Stream;

import dev.segmentation.account.token.TokenFilter;
import dev.segmentation.account.token.TokenSort;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * The list of tokens as its URL describes it.
 *
 * @param q a part of the name
 * @param owner a part of the owner's login
 * @param role {@code null} for all roles
 * @param sort the column, {@code used} for example; {@code null} for the newest first
 * @param order {@code asc} or {@code desc}; {@code null} for the default order of the
 * column
 * @param at the cursor of the page; {@code null} for the first page
 */
record TokenListForm(String q, String owner, @Nullable Role role, @Nullable String sort, @Nullable String order,
		@Nullable String at) {

	TokenListForm(@Nullable String q, @Nullable String owner, @Nullable Role role, @Nullable String sort,
			@Nullable String order, @Nullable String at) {
		this.q = PlainText.of(Objects.requireNonNullElse(q, ""));
		this.owner = PlainText.of(Objects.requireNonNullElse(owner, ""));
		this.role = role;
		this.sort = sort;
		this.order = order;
		this.at = at;
	}

	TokenFilter filter() {
		TokenSort column = TokenSort.of(this.sort);
		boolean descending = (this.order != null) ? "desc".equals(this.order) : column.startsDescending();
		return new TokenFilter(this.q, this.owner, this.role, column, descending);
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	PageUrl url() {
		TokenFilter filter = filter();
		return url(filter.sort(), filter.descending());
	}

	private PageUrl url(TokenSort column, boolean descending) {
		PageUrl url = PageUrl.of("/tokens").with("q", this.q).with("owner", this.owner).with("role", this.role);
		boolean newest = column == TokenSort.CREATED && descending;
		return newest ? url : url.with("sort", column.text()).with("order", descending ? "desc" : "asc");
	}

	public boolean isFiltered() {
		return filterCount() > 0;
	}

	/**
	 * The number of filters that are set.
	 */
	public long filterCount() {
		return Stream.of(this.q, this.owner, (this.role != null) ? this.role.name() : "")
			.filter((value) -> !value.isEmpty())
			.count();
	}

	/**
	 * Returns the address of the list sorted by a column. A second click on a column
	 * reverses the order.
	 */
	public String sortUrl(String column) {
		TokenFilter now = filter();
		TokenSort chosen = TokenSort.of(column);
		return url(chosen, (chosen == now.sort()) ? !now.descending() : chosen.startsDescending()).first();
	}

	/**
	 * Returns the {@code aria-sort} of a column.
	 */
	public String sortState(String column) {
		TokenFilter now = filter();
		if (now.sort() != TokenSort.of(column)) {
			return "none";
		}
		return now.descending() ? "descending" : "ascending";
	}

}
