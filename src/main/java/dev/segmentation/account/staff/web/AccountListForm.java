package dev.segmentation.account.staff.web;

import java.util.Objects;
import java.util.stream.Stream;

import dev.segmentation.account.staff.AccountFilter;
import dev.segmentation.account.staff.AccountSort;
import dev.segmentation.account.staff.AccountState;
import dev.segmentation.account.staff.FactorFilter;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.SortOrder;
import dev.segmentation.shared.web.page.FilterForm;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.SortedForm;
import org.jspecify.annotations.Nullable;

/**
 * The list of accounts as its URL describes it.
 *
 * @param q a part of the login, e-mail or name
 * @param role {@code null} for all staff
 * @param state {@code null} for all states
 * @param factor {@code null} for accounts with and without a second factor
 * @param sort the column, {@code seen} for example; {@code null} for the login
 * @param order {@code asc} or {@code desc}; {@code null} for the first order of the
 * column
 * @param at the cursor of the page; {@code null} for the first page
 */
record AccountListForm(@Nullable String q, @Nullable Role role, @Nullable AccountState state,
		@Nullable FactorFilter factor, @Nullable String sort, @Nullable String order,
		@Nullable String at) implements SortedForm<AccountSort>, FilterForm {

	AccountFilter filter() {
		SortOrder<AccountSort> order = sortOrder();
		return new AccountFilter(Objects.requireNonNullElse(this.q, ""), this.role, this.state, this.factor,
				order.column(), order.descending());
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	@Override
	public AccountSort firstColumn() {
		return AccountSort.LOGIN;
	}

	@Override
	public PageUrl filterUrl() {
		return PageUrl.of("/accounts")
			.with("q", this.q)
			.with("role", this.role)
			.with("state", this.state)
			.with("factor", this.factor);
	}

	@Override
	public Stream<@Nullable Object> filters() {
		return Stream.of(this.q, this.role, this.state, this.factor);
	}

}
