package dev.segmentation.report;

import dev.segmentation.report.drive.DriveException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What Google Drive has of a report.
 *
 * @param fileId the id of its file; {@code null} for none
 * @param link the link of its file; {@code null} for none
 * @param withdrawn whether Google has confirmed that the ended report is not shared
 * @param problem the reason of the last failure; {@code null} for none
 */
public record DriveState(@Nullable String fileId, @Nullable String link, boolean withdrawn, @Nullable Problem problem) {

	/**
	 * Returns the key of the sentence about the last failure; {@code null} for none.
	 */
	public @Nullable String advice() {
		return (this.problem != null) ? "refused.drive." + this.problem : null;
	}

}
