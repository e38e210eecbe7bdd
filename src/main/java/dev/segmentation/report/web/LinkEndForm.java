package dev.segmentation.report.web;

import dev.segmentation.membership.end.EndChangeFields;
import dev.segmentation.membership.end.EndChangeKind;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;

/**
 * The form that changes the end of a report.
 *
 * @param by the duration of {@link EndChangeKind#LATER}
 * @param ttl the duration of {@link EndChangeKind#AFTER}
 * @param until the local date and time of {@link EndChangeKind#AT}
 */
record LinkEndForm(@NotNull(message = "{members.change.empty}") @Nullable EndChangeKind change, String by, String ttl,
		String until) implements EndChangeFields {

	LinkEndForm(@Nullable EndChangeKind change, @Nullable String by, @Nullable String ttl, @Nullable String until) {
		this.change = (change == EndChangeKind.NEVER) ? null : change;
		this.by = requireNonNullElse(by, "");
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
	}

	/** Ends of reports are not part of the history. */
	@Override
	public String note() {
		return "";
	}

}
