package dev.segmentation.report.drive;

/**
 * A file on Google Drive.
 *
 * @param link opens the file for readers whom it is shared with
 */
public record DriveFile(String id, String link) {

	static DriveFile of(String id) {
		return new DriveFile(id, "https://drive.google.com/file/d/%s/view?usp=sharing".formatted(id));
	}

}
