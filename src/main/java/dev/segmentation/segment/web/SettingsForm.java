package dev.segmentation.segment.web;

import java.util.Objects;

import dev.segmentation.segment.ChangeSegment;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.shared.NoteText;
import dev.segmentation.shared.PlainText;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * The name and description of a segment.
 *
 * @param version the version that the form showed
 * @param note the reason, for the history
 * @param inline whether the form is in place of the heading
 */
record SettingsForm(@PageSegmentName String name,
		@CodePointLength(max = 1000, message = "{segments.form.description.invalid}") @Pattern(regexp = "[^\\x00]*",
				message = "{segments.form.description.invalid}") String description,
		Integer version, String note, Boolean inline) {

	SettingsForm(@Nullable String name, @Nullable String description, @Nullable Integer version, @Nullable String note,
			@Nullable Boolean inline) {
		this.name = PlainText.of(Objects.requireNonNullElse(name, ""));
		this.description = Objects.requireNonNullElse(description, "");
		this.version = Objects.requireNonNullElse(version, 0);
		this.note = NoteText.of(note);
		this.inline = Boolean.TRUE.equals(inline);
	}

	static SettingsForm from(SegmentDetails segment) {
		return new SettingsForm(segment.name(), segment.description(), segment.version(), null, null);
	}

	/**
	 * Returns the change. A name that looks as before is not changed.
	 */
	ChangeSegment toCommand(SegmentDetails before) {
		String kept = ShownName.of(before.name()).equals(this.name) ? before.name() : this.name;
		return new ChangeSegment(before.id(), kept, this.description, this.version, this.note);
	}

}
