package dev.segmentation.report;

import dev.segmentation.account.password.NewPassword;
import org.jspecify.annotations.Nullable;

/**
 * A change of the settings of a report and its link.
 *
 * @param password the new password of the link; {@code null} to keep the present one
 * @param unlock whether the link needs no password any more
 * @param version how often the settings had been changed when the user saw them;
 * {@code null} to overwrite any
 */
public record LinkChange(LinkSettings settings, @Nullable NewPassword password, boolean unlock,
		@Nullable Long version) {
}
