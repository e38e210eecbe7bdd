package dev.segmentation.shared;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Through what memberships changed; spelled as in the database.
 */
public enum ActKind {

	/** By hand, in the browser. */
	PAGE,

	/** By a program. */
	API,

	/** From a list. */
	IMPORT,

	/** As a share of all users. */
	PERCENT,

	/** They came to their end; nobody's doing. */
	EXPIRY,

	/** The segment was deleted. */
	SEGMENT_DELETED,

	/** An earlier act was taken back. */
	UNDO;

	/**
	 * Reads the database's spelling.
	 */
	public static ActKind of(String text) {
		return valueOf(text.toUpperCase(Locale.ROOT));
	}

	/**
	 * Reads several.
	 */
	public static Set<ActKind> of(Collection<String> texts) {
		return texts.stream().map(ActKind::of).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * As the database spells it, {@code segment_deleted} for one.
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
