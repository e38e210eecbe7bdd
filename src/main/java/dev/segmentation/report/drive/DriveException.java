package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.Locale;

import dev.segmentation.shared.refusal.UpstreamException;
import org.jspecify.annotations.Nullable;

/**
 * Google Drive refused a request or did not answer. The message is for the log and quotes
 * Google. Each problem has a message for people that says what to do.
 */
public class DriveException extends UpstreamException {

	private final Problem problem;

	private final String message;

	private final @Nullable DriveFile remaining;

	/**
	 * Describes a failed action.
	 * @param act the action as a verb phrase, such as "share a file"
	 */
	DriveException(Problem problem, String act, IOException cause) {
		this(problem, "Google Drive did not %s: %s".formatted(act, DriveError.of(cause)), cause, null);
	}

	private DriveException(Problem problem, String message, Throwable cause, @Nullable DriveFile remaining) {
		super("drive." + problem, "google drive did not accept the report", problem.name().toLowerCase(Locale.ROOT));
		this.problem = problem;
		this.message = message;
		this.remaining = remaining;
		initCause(cause);
	}

	/**
	 * Returns the same failure of a save that leaves a file with the new content.
	 */
	DriveException leaving(@Nullable String fileId) {
		return (fileId != null) ? new DriveException(this.problem, this.message, this, DriveFile.of(fileId)) : this;
	}

	@Override
	public String getMessage() {
		return this.message;
	}

	public Problem problem() {
		return this.problem;
	}

	/**
	 * Returns the file that has the new content although saving failed; {@code null} when
	 * nothing has changed.
	 */
	public @Nullable DriveFile remaining() {
		return this.remaining;
	}

	/**
	 * The kind of the failure.
	 */
	public enum Problem {

		/** The key is revoked or wrong, or its service account is deleted. */
		KEY_REFUSED,

		/** The server's clock differs too much from Google's. */
		CLOCK_WRONG,

		/** The Drive API is not enabled in the project of the service account. */
		API_DISABLED,

		/** The service account may not write to the folder. */
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
