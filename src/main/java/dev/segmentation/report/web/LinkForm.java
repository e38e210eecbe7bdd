package dev.segmentation.report.web;

import dev.segmentation.account.password.NewPassword;
import dev.segmentation.report.LinkChange;
import dev.segmentation.report.LinkSettings;
import dev.segmentation.report.Report;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

/**
 * The form with the settings of a report and its link.
 *
 * @param title the name of the report; empty for the name of its file
 * @param recipient the person who gets it; may be empty
 * @param password the new password of the link; empty to keep the present one
 * @param unlock whether to remove the present password
 * @param most how often the link can be opened; {@code null} for any number
 * @param version how often the settings had been changed when the form was shown;
 * {@code null} for a new report
 */
record LinkForm(@Size(max = LinkForm.LONGEST, message = "{reports.title.long}") String title,
		@Size(max = LinkForm.LONGEST, message = "{reports.title.long}") String recipient, NewPassword password,
		Boolean unlock, @Range(min = 1, max = LinkForm.MOST, message = "{reports.most.range}") @Nullable Long most,
		@Nullable Long version) {

	static final int LONGEST = 100;

	static final int MOST = 1_000_000;

	LinkForm(@Nullable String title, @Nullable String recipient, @Nullable NewPassword password,
			@Nullable Boolean unlock, @Nullable Long most, @Nullable Long version) {
		this.title = requireNonNullElse(title, "");
		this.recipient = requireNonNullElse(recipient, "");
		this.password = requireNonNullElseGet(password, () -> new NewPassword(""));
		this.unlock = Boolean.TRUE.equals(unlock);
		this.most = most;
		this.version = version;
	}

	static LinkForm of(Report report, long version) {
		LinkSettings link = report.link();
		return new LinkForm(link.title(), link.recipient(), null, null, link.maxOpenings(), version);
	}

	LinkSettings toSettings() {
		return new LinkSettings(orNull(this.title), orNull(this.recipient), this.most);
	}

	LinkChange toChange() {
		return new LinkChange(toSettings(), newPassword(), this.unlock, this.version);
	}

	/** Returns the new password; {@code null} when none was entered. */
	@Nullable NewPassword newPassword() {
		return this.password.text().isEmpty() ? null : this.password;
	}

	private static @Nullable String orNull(String text) {
		return text.isBlank() ? null : text.strip();
	}

}
