package dev.segmentation.membership.end;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The ways to change an end in a form.
 */
public enum EndChangeKind {

	/** The present end, extended by a duration. */
	LATER,

	/** After a duration from now. */
	AFTER,

	/** At a date and time. */
	AT,

	/** No end. */
	NEVER;

	/**
	 * Returns the chosen way. Without a choice, the only field that is filled decides.
	 * @return {@code null} when no field decides
	 */
	public static @Nullable EndChangeKind of(@Nullable EndChangeKind chosen, String by, String ttl, String until) {
		List<EndChangeKind> filled = Stream.of(Map.entry(LATER, by), Map.entry(AFTER, ttl), Map.entry(AT, until))
			.filter((field) -> !field.getValue().isEmpty())
			.map(Map.Entry::getKey)
			.toList();
		return (chosen == null && filled.size() == 1) ? filled.getFirst() : chosen;
	}

}
