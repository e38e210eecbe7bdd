package dev.segmentation.report.drive;

import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Google Drive: keeps files in one folder, and shares them by link.
 */
public class Drive {

	private static final int LOCKS = 64;

	private final @Nullable SharedFiles files;

	private final Patience patience;

	private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

	Drive(@Nullable SharedFiles files, Patience patience) {
		this.files = files;
		this.patience = patience;
	}

	/** Whether there is a key for it. */
	public boolean isConfigured() {
		return this.files != null;
	}

	/**
	 * Creates the CSV file of this name in the folder, or replaces its content, and sees
	 * to it that it is shared. A replaced file keeps its id and its link. Calls in this
	 * JVM for the same name wait for each other; instances do not know of each other, so
	 * two that save a new name at once make two files, unless their callers prevent it.
	 * @throws DriveException when Google does not take or share it
	 * @throws java.io.UncheckedIOException when the content cannot be read
	 * @throws IllegalStateException when Drive is not configured
	 */
	public DriveFile save(String name, Content content) {
		Lock lock = this.locks[Math.floorMod(name.hashCode(), LOCKS)];
		lock.lock();
		try {
			SharedFiles files = files();
			return DriveFile.of(attempt("save " + name, () -> files.save(name, content)));
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * Takes a file away from all who had it by its link. The file stays in the folder. A
	 * file that is gone, or was not shared, is fine.
	 * @throws DriveException when Google does not do it
	 * @throws IllegalStateException when Drive is not configured
	 */
	public void revoke(String fileId) {
		SharedFiles files = files();
		attempt("stop sharing the file " + fileId, () -> {
			files.revoke(fileId);
			return fileId;
		});
	}

	private SharedFiles files() {
		if (this.files == null) {
			throw new IllegalStateException("Google Drive is not configured");
		}
		return this.files;
	}

	private String attempt(String act, Attempt attempt) {
		try {
			return withPatience(attempt);
		}
		catch (IOException ex) {
			throw Failures.explain(act, ex);
		}
	}

	private String withPatience(Attempt attempt) throws IOException {
		Pauses pauses = new Pauses(this.patience.attempts() - 1);
		while (true) {
			try {
				return attempt.make();
			}
			catch (IOException ex) {
				if (!isWorthAnother(ex) || !this.patience.rest(pauses)) {
					throw ex;
				}
			}
		}
	}

	/**
	 * Google says that it is busy also by a 403, the reason of which a single request
	 * cannot read without taking it from who needs it next.
	 */
	private static boolean isWorthAnother(IOException failure) {
		GoogleAnswer answer = GoogleAnswer.in(failure);
		return failure instanceof BeginAgainException || (answer.status() == 403 && answer.isBusy());
	}

	private interface Attempt {

		String make() throws IOException;

	}

}
