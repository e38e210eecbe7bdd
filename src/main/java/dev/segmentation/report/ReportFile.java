package dev.segmentation.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The file of a report.
 *
 * @param lines how many it has, the header not counted
 * @param bytes its size as it is read
 * @param driveFileId its id on Google Drive; {@code null} elsewhere
 * @param driveLink its link there; {@code null} elsewhere
 */
public record ReportFile(Instant readyAt, long lines, long bytes, @Nullable String driveFileId,
		@Nullable String driveLink) {
}
