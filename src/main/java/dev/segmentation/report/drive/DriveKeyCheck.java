package dev.segmentation.report.drive;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the key file of the settings, as a start does.
 */
public class DriveKeyCheck {

	private final DriveProperties properties;

	DriveKeyCheck(DriveProperties properties) {
		this.properties = properties;
	}

	/**
	 * Returns a sentence if the file is not a key.
	 */
	public Optional<String> problem() {
		Path key = this.properties.credentials();
		try {
			if (key != null) {
				new KeyFile(key).read();
			}
			return Optional.empty();
		}
		catch (InvalidDriveCredentialsException ex) {
			return Optional.of("" + ex.getMessage());
		}
	}

}
