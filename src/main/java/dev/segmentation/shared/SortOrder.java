package dev.segmentation.shared;

import org.jspecify.annotations.Nullable;

/**
 * The order of a list.
 */
public record SortOrder<C extends SortColumn>(C column, boolean descending) {

	/**
	 * Returns the order of a list when its column is clicked first.
	 */
	public static <C extends SortColumn> SortOrder<C> first(C column) {
		return new SortOrder<>(column, column.startsDescending());
	}

	/**
	 * Returns an order as URLs describe it.
	 * @param order {@code asc} or {@code desc}; {@code null} for the first order of the
	 * column
	 */
	public static <C extends SortColumn> SortOrder<C> of(C column, @Nullable String order) {
		return (order != null) ? new SortOrder<>(column, "desc".equals(order)) : first(column);
	}

	/**
	 * Returns the order after a click on a column. A second click reverses the order.
	 */
	public SortOrder<C> click(C clicked) {
		return (clicked == this.column) ? new SortOrder<>(clicked, !this.descending) : first(clicked);
	}

	/**
	 * Returns the direction as in URLs.
	 */
	public String text() {
		return this.descending ? "desc" : "asc";
	}

}
