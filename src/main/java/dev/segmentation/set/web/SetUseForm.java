package dev.segmentation.set.web;

import dev.segmentation.shared.PlainText;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that puts the users of a set into a segment, or takes them out.
 *
 * @param of the expression
 * @param segment the name of the segment
 */
record SetUseForm(String of, SetUse use, String segment) {

	SetUseForm(@Nullable String of, @Nullable SetUse use, @Nullable String segment) {
		this.of = PlainText.of(requireNonNullElse(of, ""));
		this.use = requireNonNullElse(use, SetUse.CREATE);
		this.segment = PlainText.of(requireNonNullElse(segment, ""));
	}

}
