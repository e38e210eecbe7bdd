package dev.segmentation.shared;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The source of a change of memberships. The database uses the same names in lower case.
 */
public enum ActKind {

	/** Manually on a page. */
	PAGE,

	/** By a client of the API. */
	API,

	/** From an imported list. */
	IMPORT,

	/** As a percentage of all users when the segment was created. */
	PERCENT,

	/** The memberships expired. No account removed them. */
	EXPIRY,

	/** The segment was deleted. */
	SEGMENT_DELETED,

	/** An earlier act was undone. */
	UNDO;

	/**
	 * Returns the kind with this name in the database.
	 */
	public static ActKind of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/**
	 * Returns the kinds with these names in the database.
	 */
	public static Set<ActKind> of(Collection<String> texts) {
		return texts.stream().map(ActKind::of).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Returns the name in the database, for example {@code segment_deleted}.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
