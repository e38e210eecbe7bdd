package dev.segmentation.filter.web;

import java.util.List;

import dev.segmentation.filter.FilterAddress;
import dev.segmentation.filter.SavedFilter;
import dev.segmentation.shared.CurrentAccount;

/**
 * The saved filters that a reader can choose on a list.
 *
 * @param address the list with its present filters
 */
record SavedFilterMenu(FilterAddress address, List<SavedFilter> filters, CurrentAccount reader) {

	/** Returns the filters of the reader. */
	public List<SavedFilter> mine() {
		return this.filters.stream().filter((filter) -> !filter.isTeam()).toList();
	}

	/** Returns the filters of the team. */
	public List<SavedFilter> team() {
		return this.filters.stream().filter(SavedFilter::isTeam).toList();
	}

	/** Whether the list has exactly these filters. */
	public boolean isCurrent(SavedFilter filter) {
		return filter.query().equals(this.address.query());
	}

	/** Returns the address of the list with a saved filter. */
	public String url(SavedFilter filter) {
		return this.address.with(filter.query());
	}

	/** Whether the reader may delete a filter. */
	public boolean isDeletable(SavedFilter filter) {
		return filter.isDeletableBy(this.reader);
	}

}
