package dev.segmentation.account.staff.web;

import java.util.Objects;
import java.util.stream.Stream;

import dev.segmentation.account.staff.AccountFilter;
import dev.segmentation.account.staff.AccountSort;
import dev.segmentation.account.staff.AccountState;
import dev.segmentation.account.staff.FactorFilter;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageUrl;
import org.jspecify.annotations.Nullable;

/**
 * The list of accounts as its URL describes it.
 *
 * @param q a part of the login, e-mail or name
 * @param role {@code null} for all staff
 * @param state {@code null} for all states
 * @param factor {@code null} for accounts with and without a second factor
 * @param sort the column, {@code seen} for example; {@code null} for the login
 * @param order {@code asc} or {@code desc}; {@code null} for the default order of the
 * column
 * @param at the cursor of the page; {@code null} for the first page
 */
record AccountListForm(@Nullable String q, @Nullable Role role, @Nullable AccountState state,
		@Nullable FactorFilter factor, @Nullable String sort, @Nullable String order, @Nullable String at) {

	AccountFilter filter() {
		AccountSort column = AccountSort.of(this.sort);
		boolean descending = (this.order != null) ? "desc".equals(this.order) : column.startsDescending();
		return new AccountFilter(Objects.requireNonNullElse(this.q, ""), this.role, this.state, this.factor, column,
				descending);
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	PageUrl url() {
		AccountFilter filter = filter();
		return url(filter.sort(), filter.descending());
	}

	private PageUrl url(AccountSort column, boolean descending) {
		PageUrl url = PageUrl.of("/accounts")
			.with("q", this.q)
			.with("role", this.role)
			.with("state", this.state)
			.with("factor", this.factor);
		boolean byLogin = column == AccountSort.LOGIN && !descending;
		return byLogin ? url : url.with("sort", column.text()).with("order", descending ? "desc" : "asc");
	}

	public boolean isFiltered() {
		return filterCount() > 0;
	}

	/**
	 * The number of filters that are set.
	 */
	public long filterCount() {
		return Stream.of(filter().query(), this.role, this.state, this.factor)
			.filter((value) -> value != null && !"".equals(value))
			.count();
	}

	/**
	 * Returns the address of the list sorted by a column. A second click on a column
	 * reverses the order.
	 */
	public String sortUrl(String column) {
		AccountFilter now = filter();
		AccountSort chosen = AccountSort.of(column);
		return url(chosen, (chosen == now.sort()) ? !now.descending() : chosen.startsDescending()).first();
	}

	/**
	 * Returns the {@code aria-sort} of a column.
	 */
	public String sortState(String column) {
		AccountFilter now = filter();
		if (now.sort() != AccountSort.of(column)) {
			return "none";
		}
		return now.descending() ? "descending" : "ascending";
	}

}
