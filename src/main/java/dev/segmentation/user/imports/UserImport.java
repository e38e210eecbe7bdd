package dev.segmentation.user.imports;

import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * An import of users.
 *
 * @param ignored the columns of the file that are not imported
 * @param account the account that uploaded the file; {@code null} when it is deleted
 * @param dryRun the counts of the dry run; all zero before it
 * @param result the counts of the import so far
 * @param processed the number of lines that the import has processed
 * @param checkedAt the end of the dry run; {@code null} before
 * @param finishedAt the end of the import; {@code null} before
 * @param purged whether its lines, and so the rejected ones, are deleted
 */
public record UserImport(long id, String fileName, List<String> ignored, @Nullable String account, ImportState state,
		DryRun dryRun, Result result, long processed, Instant uploadedAt, @Nullable Instant checkedAt,
		@Nullable Instant finishedAt, boolean purged) {

	/**
	 * The page that shows it.
	 */
	public String url() {
		return "/users/imports/" + this.id;
	}

	/**
	 * The key of its task: only one dry run and one import of it run at a time.
	 */
	public String taskKey() {
		return (is(ImportState.UPLOADED) ? "users-import-check:" : "users-import:") + this.id;
	}

	public boolean is(ImportState state) {
		return this.state == state;
	}

	/**
	 * The number of lines that cannot be imported.
	 */
	public long rejected() {
		return this.dryRun.malformed() + this.dryRun.doubled() + this.result.late();
	}

	/**
	 * The number of lines that are not processed yet.
	 */
	long remaining() {
		return this.dryRun.rows() - this.processed;
	}

	/**
	 * The counts of a dry run; the lines of each kind make up all lines.
	 *
	 * @param newUsers lines that add a user
	 * @param known lines that equal the user they name
	 * @param changed lines that change the user they name
	 * @param malformed lines with an invalid value, or with values of several users
	 * @param doubled lines that name the same user as an earlier line
	 */
	public record DryRun(long rows, long newUsers, long known, long changed, long malformed, long doubled) {

		/**
		 * The number of users that the import adds or changes.
		 */
		public long effective() {
			return this.newUsers + this.changed;
		}

	}

	/**
	 * The counts of an import.
	 *
	 * @param late lines whose user was changed after the dry run; they are not imported
	 */
	public record Result(long added, long updated, long unchanged, long late) {
	}

	/**
	 * The refusal of a request that names an unknown import.
	 */
	public static NotFoundException notFound() {
		return new NotFoundException("import.missing", "import does not exist");
	}

	/**
	 * The refusal of a change to an import that has ended.
	 */
	public static ConflictException over() {
		return new ConflictException("import.over", "import is over");
	}

}
