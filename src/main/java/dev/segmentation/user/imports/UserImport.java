package dev.segmentation.user.imports;

import java.time.Instant;
import java.util.List;

import dev.segmentation.shared.ConflictException;
import dev.segmentation.shared.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * An import of users.
 *
 * @param ignored the columns of the file that are not read
 * @param account who uploaded it; {@code null} when the account is gone
 * @param dryRun what the dry run found; all zero before
 * @param result what the import has done so far
 * @param behind how many lines of the file it has dealt with
 * @param checkedAt the moment the dry run speaks of
 * @param finishedAt when it was over; {@code null} before
 * @param purged whether its lines, and so the rejected ones, have been forgotten
 */
public record UserImport(long id, String fileName, List<String> ignored, @Nullable String account, ImportState state,
		DryRun dryRun, Result result, long behind, Instant uploadedAt, @Nullable Instant checkedAt,
		@Nullable Instant finishedAt, boolean purged) {

	/**
	 * The page that shows it.
	 */
	public String url() {
		return urlOf(this.id);
	}

	static String urlOf(long id) {
		return "/users/imports/" + id;
	}

	/**
	 * What no two tasks may do to it at once: its dry run, or the import itself.
	 */
	public String taskKey() {
		return (is(ImportState.UPLOADED) ? "users-import-check:" : "users-import:") + this.id;
	}

	public boolean is(ImportState state) {
		return this.state == state;
	}

	/**
	 * How many lines cannot be imported as they are.
	 */
	public long rejected() {
		return this.dryRun.malformed() + this.dryRun.doubled() + this.result.late();
	}

	/**
	 * What a dry run counted; the lines of each kind make up all lines.
	 *
	 * @param fresh users that nobody knows yet
	 * @param known users that are already as the file says
	 * @param changed users that the file changes
	 */
	public record DryRun(long rows, long fresh, long known, long changed, long malformed, long doubled) {

		/**
		 * How many users an import adds or changes.
		 */
		public long effective() {
			return this.fresh + this.changed;
		}

	}

	/**
	 * What an import did.
	 *
	 * @param late lines of which the dry run was no longer true
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
