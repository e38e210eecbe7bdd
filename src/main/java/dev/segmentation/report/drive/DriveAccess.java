package dev.segmentation.report.drive;

/**
 * The access to a file.
 *
 * @param readers the accounts that can read it from now on
 * @param former the accounts that may have been able to read it; others, to whom people
 * gave access in Google Drive, keep it
 */
public record DriveAccess(DriveReaders readers, DriveReaders former) {
}
