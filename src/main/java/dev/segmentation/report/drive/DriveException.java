package dev.segmentation.report.drive;

import java.io.IOException;

import dev.segmentation.shared.refusal.UpstreamException;

/**
 * Google Drive refused a request or did not answer. The message is for the log and quotes
 * Google. Each problem has a message for people that says what to do.
 */
public class DriveException extends UpstreamException {

	private final Problem problem;

	private final String message;

	/**
	 * Describes a failed action.
	 * @param act the action as a verb phrase, such as "share a file"
	 */
	DriveException(Problem problem, String act, IOException cause) {
		super("drive." + problem, "google drive did not accept the report");
		this.problem = problem;
		this.message = "Google Drive did not %s: %s".formatted(act, DriveError.of(cause));
		initCause(cause);
	}

	@Override
	public String getMessage() {
		return this.message;
	}

	public Problem problem() {
		return this.problem;
	}

	/**
	 * The kind of the failure.
	 */
	public enum Problem {

		/** The key is revoked or wrong, or its service account is deleted. */
		KEY_REFUSED,

		/** The service account has no permission for the folder or for the Drive API. */
		NOT_PERMITTED,

		/**
		 * The folder does not exist, or it is not shared with the service account.
		 */
		FOLDER_MISSING,

		/** The storage is full, or a limit is reached. */
		QUOTA,

		/** Drive's settings forbid this kind of sharing. */
		SHARING_FORBIDDEN,

		/** Google did not answer, or stayed busy through all retries. */
		UNREACHABLE,

		/** Any other answer. */
		REFUSED

	}

}
