package dev.segmentation.report;

import org.jspecify.annotations.Nullable;

/**
 * A report that was just revoked.
 *
 * @param driveFileId {@code null} when it has no file on Google Drive
 */
record RevokedReport(@Nullable String driveFileId) {
}
