package dev.segmentation.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The finished file of a report.
 *
 * @param lines the number of lines without the header
 * @param bytes the uncompressed size
 * @param driveFileId the id on Google Drive; {@code null} for a file in our database
 * @param driveLink the link on Google Drive; {@code null} for a file in our database
 */
public record ReportFile(Instant readyAt, long lines, long bytes, @Nullable String driveFileId,
		@Nullable String driveLink) {
}
