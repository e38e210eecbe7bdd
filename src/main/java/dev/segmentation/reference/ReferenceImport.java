package dev.segmentation.reference;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries a database of the reference service over, in one transaction.
 */
@Service
@Import({ SourceRepository.class, StagingRepository.class, NameRepository.class, ProblemRepository.class,
		LineRepository.class, TargetRepository.class })
@EnableConfigurationProperties(ReferenceProperties.class)
public class ReferenceImport {

	private final StagingRepository staging;

	private final NameRepository names;

	private final ProblemRepository problems;

	private final LineRepository lines;

	private final TargetRepository target;

	private final TransactionTemplate transaction;

	ReferenceImport(StagingRepository staging, NameRepository names, ProblemRepository problems, LineRepository lines,
			TargetRepository target, PlatformTransactionManager transactions) {
		this.staging = staging;
		this.names = names;
		this.problems = problems;
		this.lines = lines;
		this.target = target;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Checks all rows and reports the result. Writes them if the options say so.
	 * @param report receives lines: the progress, the numbers and all problems
	 * @throws ReferenceImportException if the import is not possible; nothing was changed
	 */
	public void run(ImportOptions options, Consumer<String> report) {
		try {
			this.transaction.executeWithoutResult((status) -> {
				check(options, report);
				if (options.apply()) {
					write(report);
				}
				else {
					status.setRollbackOnly();
				}
			});
		}
		catch (PessimisticLockingFailureException ex) {
			throw new ReferenceImportException(
					"The database of this program is in use: stop all instances, then repeat the command.", ex);
		}
		catch (DataAccessException | UncheckedIOException ex) {
			throw new ReferenceImportException("The import failed, and nothing was changed (%s)."
				.formatted(NestedExceptionUtils.getMostSpecificCause(ex).getMessage()), ex);
		}
		report.accept(options.apply() ? "Everything was carried over. History and memberships agree."
				: "This was a check: nothing was changed. Repeat the command with --apply to carry everything over.");
	}

	private void check(ImportOptions options, Consumer<String> report) {
		if (options.apply()) {
			this.target.lock();
		}
		requireEmptyTarget();
		this.staging.copy(options, report);
		report.accept("Checking names");
		this.names.rename();
		report.accept("Checking all rows");
		this.problems.find();
		report.accept("Comparing the history with the memberships");
		this.lines.collect();
		this.problems.forEach((problem) -> report.accept(problem.line()));
		report.accept("To carry over: " + this.lines.count());
		requireNames(options);
	}

	private void requireEmptyTarget() {
		List<String> used = this.target.usedTables();
		if (!used.isEmpty()) {
			throw new ReferenceImportException(
					"The database of this program is in use already (%s): carry over into a new one."
						.formatted(String.join(", ", used)));
		}
		if (!this.target.hasAdministrator()) {
			throw new ReferenceImportException(
					"The database of this program has no administrator: start the program once, then stop it.");
		}
	}

	private void requireNames(ImportOptions options) {
		long renamed = this.names.countRenamed();
		if (renamed > 0 && !options.rename()) {
			throw new ReferenceImportException("""
					Nothing was changed, because %d names cannot stay: change them in the old database, or repeat the \
					command with --rename to use the new names above.""".formatted(renamed));
		}
	}

	private void write(Consumer<String> report) {
		report.accept("Writing users");
		this.target.writeUsers();
		report.accept("Writing segments and memberships");
		this.target.writeSegments();
		this.target.writeMemberships();
		report.accept("Writing the history");
		this.target.writeHistory();
		this.target.continueSequences();
		report.accept("Counting");
		this.target.count();
		report.accept("Comparing history, memberships and numbers");
		List<String> mismatches = this.target.mismatches();
		if (!mismatches.isEmpty()) {
			throw new ReferenceImportException("Nothing was changed, because the result is not consistent (%s)."
				.formatted(String.join("; ", mismatches)));
		}
	}

}
