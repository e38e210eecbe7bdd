package dev.segmentation.membership.web;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.BindParam;

import static java.util.Objects.requireNonNullElse;

/**
 * The list of a user's segments as its URL describes it.
 *
 * @param asOf the moment whose segments are listed, as {@link Moment} reads it; empty for
 * now
 * @param at the cursor of the page; empty for the first page
 */
record UserSegmentsForm(String asOf, String at) {

	UserSegmentsForm(@BindParam("as_of") @Nullable String asOf, @Nullable String at) {
		this.asOf = requireNonNullElse(asOf, "");
		this.at = requireNonNullElse(at, "");
	}

}
