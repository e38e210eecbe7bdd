package dev.segmentation.user.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import dev.segmentation.shared.ConflictException;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.NotFoundException;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskPool;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports of users: uploads a file, tells what it would change, changes it once that is
 * confirmed, and tells what was rejected.
 */
@Service
public class ImportService {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final ImportUploads uploads;

	private final ImportRepository imports;

	private final ImportLineRepository lines;

	private final ImportWork work;

	private final TaskService tasks;

	ImportService(ImportUploads uploads, ImportRepository imports, ImportLineRepository lines, ImportWork work,
			TaskService tasks) {
		this.uploads = uploads;
		this.imports = imports;
		this.lines = lines;
		this.work = work;
		this.tasks = tasks;
	}

	/**
	 * Takes a file in and starts its dry run, which changes nothing.
	 * @return the dry run, which leads to the import's page
	 * @throws InvalidImportFileException when it is no list of users
	 */
	public Task upload(String fileName, InputStream content, CurrentAccount by) throws IOException {
		return check(this.uploads.upload(fileName, content, by), by);
	}

	/**
	 * Makes the dry run of an import that does not have it.
	 * @throws NotFoundException when there is no such import
	 */
	public Task check(long id, CurrentAccount by) {
		UserImport uploaded = get(id);
		return this.tasks.startAndWait(new TaskRequest(TaskPool.SHORT, "users-import-check", uploaded.fileName(),
				uploaded.taskKey(), by.id(), uploaded.url(), false), (progress) -> this.work.check(id), PATIENCE);
	}

	/**
	 * Confirms an import, or goes on with one that broke off. Harmless to repeat.
	 * @return the task, which leads to the import's page
	 * @throws NotFoundException when there is no such import
	 * @throws ConflictException when it is not there to be confirmed any more
	 */
	public Task start(long id, CurrentAccount by) {
		UserImport checked = get(id);
		if (!this.imports.start(id)) {
			throw UserImport.over();
		}
		return this.tasks.startAndWait(new TaskRequest(TaskPool.IMPORTS, "users-import", checked.fileName(),
				checked.taskKey(), by.id(), checked.url(), false), (progress) -> this.work.apply(checked, progress),
				PATIENCE);
	}

	/**
	 * Forgets an import that has not been confirmed.
	 * @throws NotFoundException when there is no such import
	 * @throws ConflictException when it has been confirmed meanwhile
	 */
	public void discard(long id) {
		get(id);
		if (!this.imports.discard(id)) {
			throw UserImport.over();
		}
	}

	/**
	 * An import as it stands.
	 * @throws NotFoundException when there is no such import
	 */
	public UserImport get(long id) {
		return this.imports.find(id).orElseThrow(UserImport::notFound);
	}

	/**
	 * Imports with a lower id than this one, newest first.
	 */
	public List<UserImport> before(long id, int limit) {
		return this.imports.findBefore(id, limit);
	}

	/**
	 * A few lines of each kind that the dry run found, in the order of the file.
	 */
	public List<ImportLine> examples(long id) {
		return this.lines.findExamples(id);
	}

	/**
	 * The first of the lines that are rejected.
	 */
	public List<ImportLine> rejected(long id, int limit) {
		return this.lines.findRejected(id, limit);
	}

	/**
	 * How a file of the rejected lines is to look.
	 */
	public ImportLayout layout(long id) {
		return this.imports.layout(get(id).id());
	}

	/**
	 * Hands over all rejected lines, one by one as the database sends them.
	 */
	@Transactional(readOnly = true)
	public void forEachRejected(long id, Consumer<ImportLine> consumer) {
		this.lines.forEachRejected(id, consumer);
	}

}
