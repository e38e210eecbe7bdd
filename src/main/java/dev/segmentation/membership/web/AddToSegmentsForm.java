package dev.segmentation.membership.web;

import java.util.List;
import java.util.Objects;

import dev.segmentation.shared.NoteText;
import dev.segmentation.membership.end.EndFields;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that adds a user to segments.
 *
 * @param q a part of the names of the segments to choose from
 * @param segment the ids of the chosen segments
 * @param note the reason, for the history
 */
record AddToSegmentsForm(String q, List<Long> segment, String ttl, String until, String note) implements EndFields {

	AddToSegmentsForm(@Nullable String q, @Nullable List<Long> segment, @Nullable String ttl, @Nullable String until,
			@Nullable String note) {
		this.q = requireNonNullElse(q, "");
		this.segment = (segment != null) ? segment.stream().filter(Objects::nonNull).distinct().toList() : List.of();
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.note = NoteText.of(note);
	}

}
