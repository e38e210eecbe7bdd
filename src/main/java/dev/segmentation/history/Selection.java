package dev.segmentation.history;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which users or segments a filter lets through: all of them, or the listed ones. An
 * empty list lets none through, and nothing turns it into "all".
 */
public sealed interface Selection {

	/**
	 * Lets everything through.
	 */
	static Selection all() {
		return new All();
	}

	/**
	 * Lets only the listed ids through.
	 */
	static Selection only(Collection<Long> ids) {
		return new Only(List.copyOf(ids));
	}

	/**
	 * Whether it lets everything through.
	 */
	default boolean isAll() {
		return this instanceof All;
	}

	/**
	 * The ids as a parameter of SQL; NULL for all.
	 */
	default Long @Nullable [] sqlArray() {
		return (this instanceof Only(List<Long> ids)) ? ids.toArray(Long[]::new) : null;
	}

	/**
	 * Everything.
	 */
	record All() implements Selection {
	}

	/**
	 * Only the listed ids.
	 */
	record Only(List<Long> ids) implements Selection {
	}

}
