package dev.segmentation.shared;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A column by which a list can be sorted. Each list has an enum of its columns.
 */
public interface SortColumn {

	/**
	 * Returns the name of the enum constant.
	 */
	String name();

	/**
	 * Whether the first click on the column sorts descending.
	 */
	boolean startsDescending();

	/**
	 * Returns the column as in URLs.
	 */
	default String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the column with this text; another one for any other text.
	 */
	static <C extends Enum<C> & SortColumn> C of(@Nullable String text, C other) {
		return Arrays.stream(other.getDeclaringClass().getEnumConstants())
			.filter((column) -> column.text().equals(text))
			.findFirst()
			.orElse(other);
	}

}
