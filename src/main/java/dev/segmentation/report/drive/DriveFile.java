package dev.segmentation.report.drive;

/**
 * A file on Google Drive.
 *
 * @param link the address that opens the file
 */
public record DriveFile(String id, String link) {

	static DriveFile of(String id) {
		return new DriveFile(id, "https://drive.google.com/file/d/%s/view?usp=sharing".formatted(id));
	}

}
