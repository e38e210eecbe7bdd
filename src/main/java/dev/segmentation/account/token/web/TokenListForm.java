package dev.segmentation.account.token.web;

import java.util.Objects;
import java.util.stream.Stream;

import dev.segmentation.account.token.TokenFilter;
import dev.segmentation.account.token.TokenSort;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.PlainText;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.SortOrder;
import dev.segmentation.shared.web.page.FilterForm;
import dev.segmentation.shared.web.page.PageUrl;
import dev.segmentation.shared.web.page.SortedForm;
import org.jspecify.annotations.Nullable;

/**
 * The list of tokens as its URL describes it.
 *
 * @param q a part of the name
 * @param owner a part of the owner's login
 * @param role {@code null} for all roles
 * @param sort the column, {@code used} for example; {@code null} for the newest first
 * @param order {@code asc} or {@code desc}; {@code null} for the first order of the
 * column
 * @param at the cursor of the page; {@code null} for the first page
 */
record TokenListForm(String q, String owner, @Nullable Role role, @Nullable String sort, @Nullable String order,
		@Nullable String at) implements SortedForm<TokenSort>, FilterForm {

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
		SortOrder<TokenSort> order = sortOrder();
		return new TokenFilter(this.q, this.owner, this.role, order.column(), order.descending());
	}

	@Nullable Cursor cursor() {
		return Cursor.parse(this.at);
	}

	@Override
	public TokenSort firstColumn() {
		return TokenSort.CREATED;
	}

	@Override
	public PageUrl filterUrl() {
		return PageUrl.of("/tokens").with("q", this.q).with("owner", this.owner).with("role", this.role);
	}

	@Override
	public Stream<@Nullable Object> filters() {
		return Stream.of(this.q, this.owner, this.role);
	}

}
