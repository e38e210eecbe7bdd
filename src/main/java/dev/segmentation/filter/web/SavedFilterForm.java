package dev.segmentation.filter.web;

import dev.segmentation.shared.PlainText;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form for a new saved filter.
 *
 * @param team whether the whole team gets it
 */
record SavedFilterForm(@CodePointLength(min = 1, max = 60, message = "{filters.name.invalid}") @Pattern(
		regexp = "\\P{Cc}*", message = "{filters.name.invalid}") String name, Boolean team) {

	static final SavedFilterForm EMPTY = new SavedFilterForm(null, null);

	SavedFilterForm(@Nullable String name, @Nullable Boolean team) {
		this.name = PlainText.of(requireNonNullElse(name, ""));
		this.team = Boolean.TRUE.equals(team);
	}

}
