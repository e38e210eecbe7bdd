package dev.segmentation.membership.web;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Segments that a user is to enter.
 *
 * @param q a part of the names of the segments on offer
 * @param segment the chosen ones
 * @param ttl how long the user stays, as {@code 7d}; empty for good
 * @param until when the user leaves, in the reader's zone; empty for never
 */
record EnterSegmentsForm(String q, List<Long> segment, String ttl, String until) {

	EnterSegmentsForm(@Nullable String q, @Nullable List<Long> segment, @Nullable String ttl, @Nullable String until) {
		this.q = Fields.text(q);
		this.segment = (segment != null) ? segment.stream().filter(Objects::nonNull).distinct().toList() : List.of();
		this.ttl = Fields.text(ttl);
		this.until = Fields.text(until);
	}

}
