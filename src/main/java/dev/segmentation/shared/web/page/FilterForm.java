package dev.segmentation.shared.web.page;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A form with the filters of a list. The button that folds the form says how many are
 * set.
 */
public interface FilterForm {

	/**
	 * Returns the values of all filters; {@code null} or an empty text for a filter that
	 * is not set.
	 */
	Stream<@Nullable Object> filters();

	/**
	 * The number of filters that are set.
	 */
	default long filterCount() {
		return filters().filter((value) -> value != null && !"".equals(value)).count();
	}

	default boolean isFiltered() {
		return filterCount() > 0;
	}

}
