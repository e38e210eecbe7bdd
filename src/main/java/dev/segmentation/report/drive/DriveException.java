package dev.segmentation.report.drive;

/**
 * Google Drive did not do what it was asked to. The message is for the log: it quotes
 * Google.
 */
public class DriveException extends RuntimeException {

	private final Problem problem;

	DriveException(Problem problem, String message, Throwable cause) {
		super(message, cause);
		this.problem = problem;
	}

	public Problem problem() {
		return this.problem;
	}

	/**
	 * What somebody has to see to.
	 */
	public enum Problem {

		/** The key is revoked or wrong, or its service account is gone. */
		KEY_REFUSED,

		/** The service account may not do this in the folder, or not use Drive at all. */
		NOT_PERMITTED,

		/** There is no such folder, or it is not shared with the service account. */
		FOLDER_MISSING,

		/** There is no room, or a limit is reached. */
		QUOTA,

		/** The file may not be shared like that. */
		SHARING_FORBIDDEN,

		/** Google does not answer, or is too busy, however often it is asked. */
		UNREACHABLE,

		/** Anything else. */
		REFUSED

	}

}
