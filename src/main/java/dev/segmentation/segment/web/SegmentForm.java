package dev.segmentation.segment.web;

import java.math.BigDecimal;
import java.util.Objects;

import dev.segmentation.segment.CreateSegment;
import dev.segmentation.shared.NoteText;
import dev.segmentation.shared.PlainText;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new segment.
 *
 * @param percent the percentage of all users, as typed
 * @param seen the percentage whose number of users the page showed
 * @param note the reason, for the history
 */
record SegmentForm(@PageSegmentName String name,
		@CodePointLength(max = 1000, message = "{segments.form.description.invalid}") @Pattern(regexp = "[^\\x00]*",
				message = "{segments.form.description.invalid}") String description,
		@Pattern(regexp = SegmentForm.PERCENT, message = "{segments.form.percent.invalid}") String percent, String seen,
		String note) {

	/**
	 * A number from 0 to 100 with a point or a comma, maybe with leading zeros. Empty
	 * means 0.
	 */
	static final String PERCENT = "(0*(100([.,]0{0,2})?|[0-9]{1,2}([.,][0-9]{0,2})?)|[.,][0-9]{1,2})?";

	SegmentForm(@Nullable String name, @Nullable String description, @Nullable String percent, @Nullable String seen,
			@Nullable String note) {
		this.name = PlainText.of(Objects.requireNonNullElse(name, ""));
		this.description = PlainText.of(Objects.requireNonNullElse(description, ""));
		this.percent = (percent != null) ? percent.replaceAll("[\\s%]", "") : "";
		this.seen = Objects.requireNonNullElse(seen, "");
		this.note = NoteText.of(note);
	}

	static SegmentForm blank() {
		return new SegmentForm(null, null, "0", null, null);
	}

	boolean hasShare() {
		return this.percent.matches(PERCENT);
	}

	BigDecimal share() {
		String number = this.percent.replace(',', '.');
		return (number.isEmpty()) ? BigDecimal.ZERO : new BigDecimal(number);
	}

	/** Whether users would be added whose number the page has not shown yet. */
	boolean isUnseen() {
		return share().signum() > 0 && !this.percent.equals(this.seen);
	}

	CreateSegment toCommand() {
		return new CreateSegment(this.name, this.description, share(), this.note);
	}

}
