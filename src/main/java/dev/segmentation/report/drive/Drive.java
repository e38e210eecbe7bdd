package dev.segmentation.report.drive;

import java.io.IOException;

import dev.segmentation.report.drive.DriveException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Google Drive: saves files in one folder and shares them by link.
 */
public class Drive {

	private final @Nullable SharedFolder folder;

	private final RetryPolicy policy;

	private final DriveReaders readers;

	Drive(@Nullable SharedFolder folder, RetryPolicy policy, DriveReaders readers) {
		this.readers = readers;
		this.folder = folder;
		this.policy = policy;
	}

	/** Whether a key of Google Drive is set. */
	public boolean isConfigured() {
		return this.folder != null;
	}

	/** The readers of a report without its own. */
	public DriveReaders readers() {
		return this.readers;
	}

	/**
	 * Creates the CSV file with this name in the folder or replaces its content, and
	 * shares it. A replaced file keeps its id and its link. Two concurrent calls with the
	 * same new name would create two files: the caller must prevent them.
	 * @throws DriveException when Google does not accept or share the file. A new file is
	 * then in the trash, or the exception names it
	 * @throws java.io.UncheckedIOException when the content cannot be read
	 * @throws DriveNotAvailableException when Drive is not configured
	 */
	public DriveFile save(String name, Content content, DriveAccess access, DriveProgress progress) {
		FileSave save = new FileSave(folder(), name, content, access);
		Operation operation = new Operation(this.policy, this.policy.limit(), progress);
		try {
			return DriveFile.of(attempt("save " + name, operation, save::attempt));
		}
		catch (DriveException ex) {
			throw ex.leaving((ex.problem() == Problem.UNREACHABLE) ? save.written() : takeBack(save));
		}
	}

	/**
	 * Shares a saved file with its readers, unless they have access already.
	 * @throws DriveException when Google refuses
	 * @throws DriveNotAvailableException when Drive is not configured
	 */
	public void share(String fileId, DriveAccess access) {
		SharedFolder folder = folder();
		attempt("share the file " + fileId, quick(), () -> {
			folder.share(fileId, access);
			return fileId;
		});
	}

	/**
	 * Stops sharing a file. The file stays in the folder. A file that is not shared or
	 * does not exist is not an error.
	 * @throws DriveException when Google refuses
	 * @throws DriveNotAvailableException when Drive is not configured
	 */
	public void revoke(String fileId, DriveReaders former) {
		SharedFolder folder = folder();
		attempt("stop sharing the file " + fileId, quick(), () -> {
			folder.revoke(fileId, former);
			return fileId;
		});
	}

	/** Returns the id of the file that remains; {@code null} for none. */
	private @Nullable String takeBack(FileSave save) {
		try {
			return attempt("take the file back", quick(), save::takeBack).orElse(null);
		}
		catch (DriveException ex) {
			return save.written();
		}
	}

	private SharedFolder folder() {
		if (this.folder == null) {
			throw new DriveNotAvailableException();
		}
		return this.folder;
	}

	private Operation quick() {
		return new Operation(this.policy, this.policy.quick(), (number, most) -> {
		});
	}

	private static <T> T attempt(String act, Operation operation, Operation.Call<T> call) {
		try {
			return operation.run(Drive::isWorthAnotherAttempt, call);
		}
		catch (RestartUploadException ex) {
			throw new DriveException(Problem.REFUSED, act, ex);
		}
		catch (IOException ex) {
			throw new DriveException(DriveError.of(ex).problem(), act, ex);
		}
	}

	/**
	 * A rate limit is status 403 with a reason in the body. The retries of a single
	 * request cannot see it: reading the body there would take it from Google's client.
	 */
	private static boolean isWorthAnotherAttempt(IOException failure) {
		return failure instanceof RestartUploadException || DriveError.of(failure).isRateLimit();
	}

}
