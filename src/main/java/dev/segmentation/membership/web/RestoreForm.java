package dev.segmentation.membership.web;

import dev.segmentation.membership.end.EndFields;
import dev.segmentation.shared.NoteText;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.BindParam;

import static java.util.Objects.requireNonNullElse;

/**
 * Which members a segment gets again.
 *
 * @param asOf the moment, as {@link Moment} reads it
 * @param note the reason, for the history
 * @param seen the last change of the segment when the plan was shown; empty when none was
 */
record RestoreForm(String asOf, String ttl, String until, String note, String seen) implements EndFields {

	RestoreForm(@BindParam("as_of") @Nullable String asOf, @Nullable String ttl, @Nullable String until,
			@Nullable String note, @Nullable String seen) {
		this.asOf = requireNonNullElse(asOf, "");
		this.ttl = requireNonNullElse(ttl, "");
		this.until = requireNonNullElse(until, "");
		this.note = NoteText.of(note);
		this.seen = requireNonNullElse(seen, "");
	}

}
