package dev.segmentation.history;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The users or segments that a filter accepts: all of them, or the listed ones. An empty
 * list accepts none. It never means "all".
 */
public sealed interface Selection {

	/**
	 * Accepts everything.
	 */
	static Selection all() {
		return new All();
	}

	/**
	 * Accepts only the listed ids.
	 */
	static Selection only(Collection<Long> ids) {
		return new Only(List.copyOf(ids));
	}

	/**
	 * Whether it accepts everything.
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
