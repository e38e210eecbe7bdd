package dev.segmentation.report.drive;

/**
 * Watches the attempts of a save.
 */
@FunctionalInterface
public interface DriveProgress {

	/**
	 * Receives the number of an attempt before it begins. It may throw an exception,
	 * which ends the save.
	 */
	void attempt(int number, int most);

}
