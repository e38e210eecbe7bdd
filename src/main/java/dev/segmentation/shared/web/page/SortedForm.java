package dev.segmentation.shared.web.page;

import dev.segmentation.shared.SortColumn;
import dev.segmentation.shared.SortOrder;
import org.jspecify.annotations.Nullable;

/**
 * A list as its URL describes it, which can be sorted by its columns.
 *
 * @param <C> the columns
 */
public interface SortedForm<C extends Enum<C> & SortColumn> {

	/**
	 * The column; {@code null} for the one that sorts the list at first.
	 */
	@Nullable String sort();

	/**
	 * {@code asc} or {@code desc}; {@code null} for the first order of the column.
	 */
	@Nullable String order();

	/**
	 * Returns the column that sorts the list at first.
	 */
	C firstColumn();

	/**
	 * Returns a new address of the list with its filters.
	 */
	PageUrl filterUrl();

	/**
	 * Returns the order of the list.
	 */
	default SortOrder<C> sortOrder() {
		return SortOrder.of(SortColumn.of(sort(), firstColumn()), order());
	}

	/**
	 * Whether the list has another order than at first.
	 */
	default boolean isSorted() {
		return !sortOrder().equals(SortOrder.first(firstColumn()));
	}

	/**
	 * Returns the address of the list with its filters and its order.
	 */
	default PageUrl url() {
		return url(sortOrder());
	}

	private PageUrl url(SortOrder<C> order) {
		boolean first = order.equals(SortOrder.first(firstColumn()));
		return first ? filterUrl() : filterUrl().with("sort", order.column().text()).with("order", order.text());
	}

	/**
	 * Returns the address of the list after a click on a column.
	 */
	default String sortUrl(String column) {
		return url(sortOrder().click(SortColumn.of(column, firstColumn()))).first();
	}

	/**
	 * Returns the {@code aria-sort} of a column.
	 */
	default String sortState(String column) {
		SortOrder<C> now = sortOrder();
		if (now.column() != SortColumn.of(column, firstColumn())) {
			return "none";
		}
		return now.descending() ? "descending" : "ascending";
	}

}
