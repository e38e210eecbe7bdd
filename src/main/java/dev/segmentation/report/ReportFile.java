package dev.segmentation.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The finished file of a report.
 *
 * @param lines the number of lines without the header
 * @param bytes the uncompressed size
 * @param sha256 the checksum of the uncompressed file in hexadecimal digits; {@code null}
 * for files of earlier versions and on Google Drive
 */
public record ReportFile(Instant readyAt, long lines, long bytes, @Nullable String sha256) {
}
