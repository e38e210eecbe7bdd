package dev.segmentation.set.web;

import dev.segmentation.shared.PlainText;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that puts the users of a set into a segment, or takes them out.
 *
 * @param of the expression
 * @param segment the name of the segment
 * @param confirmed whether the user has seen what will change
 */
record SetUseForm(String of, SetUse use, String segment, Boolean confirmed) {

	SetUseForm(@Nullable String of, @Nullable SetUse use, @Nullable String segment, @Nullable Boolean confirmed) {
		this.of = PlainText.of(requireNonNullElse(of, ""));
		this.use = requireNonNullElse(use, SetUse.CREATE);
		this.segment = PlainText.of(requireNonNullElse(segment, ""));
		this.confirmed = Boolean.TRUE.equals(confirmed);
	}

}
