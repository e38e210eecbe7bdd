package dev.segmentation.user.imports;

import java.time.Duration;
import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskPool;
import dev.segmentation.task.TaskProgress;
import dev.segmentation.task.TaskRequest;
import dev.segmentation.task.TaskResult;
import dev.segmentation.task.TaskService;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The dry run and the import of an uploaded file, as tasks that lead to the import's
 * page.
 */
@Component
public class ImportTasks {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	/**
	 * A batch fails when a user of it signs up at the same moment, or in a deadlock. It
	 * is rolled back, and the next attempt sees the new user.
	 */
	private static final RetryPolicy RETRIES = RetryPolicy.builder()
		.includes(DuplicateKeyException.class, TransientDataAccessException.class)
		.maxRetries(5)
		.build();

	private final ImportRepository imports;

	private final TaskService tasks;

	private final int batch;

	ImportTasks(ImportRepository imports, TaskService tasks, ImportProperties properties) {
		this.imports = imports;
		this.tasks = tasks;
		this.batch = properties.batch();
	}

	/**
	 * Makes the dry run of an import, unless it has one. The dry run changes no user.
	 */
	public Task check(UserImport uploaded, CurrentAccount by) {
		return this.tasks.startAndWait(request(TaskPool.SHORT, "users-import-check", uploaded, by), (progress) -> {
			this.imports.check(uploaded.id());
			return TaskResult.of(uploaded.url());
		}, PATIENCE);
	}

	/**
	 * Imports a file that has its dry run, or continues an interrupted import. Harmless
	 * to repeat.
	 * @throws ConflictException when the import has no dry run or has ended
	 */
	public Task start(UserImport checked, CurrentAccount by) {
		if (!this.imports.start(checked.id())) {
			throw UserImport.over();
		}
		return this.tasks.startAndWait(request(TaskPool.IMPORTS, "users-import", checked, by),
				(progress) -> apply(checked, progress), PATIENCE);
	}

	private static TaskRequest request(TaskPool pool, String kind, UserImport userImport, CurrentAccount by) {
		return new TaskRequest(pool, kind, userImport.fileName(), userImport.taskKey(), by.id(), userImport.url(),
				false);
	}

	/** Each batch is a transaction that also moves the mark where an import continues. */
	private TaskResult apply(UserImport started, TaskProgress progress) {
		RetryTemplate retry = new RetryTemplate(RETRIES);
		Optional<Long> processed;
		do {
			processed = retry.invoke(() -> this.imports.applyBatch(started.id(), this.batch));
			processed.ifPresent((rows) -> progress.at(rows - started.processed(), started.remaining()));
		}
		while (processed.isPresent());
		UserImport done = this.imports.find(started.id()).orElseThrow(UserImport::notFound);
		return TaskResult.of(done.url(), "imports.done", done.result().added() + done.result().updated());
	}

}
