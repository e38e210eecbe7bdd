package dev.segmentation.shared.web.api.v2;

import java.util.List;
import java.util.function.Function;

import dev.segmentation.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part; {@code null} at the end of the list
 */
public record Items<T>(List<T> items, @Nullable String next) {

	/**
	 * Converts a page.
	 */
	public static <S, T> Items<T> of(Page<S> page, Function<S, T> item) {
		return new Items<>(page.items().stream().map(item).toList(), (page.next() != null) ? page.next().text() : null);
	}

}
