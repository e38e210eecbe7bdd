package dev.segmentation.user.imports;

import java.util.Optional;

import dev.segmentation.task.TaskProgress;
import dev.segmentation.task.TaskResult;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * What imports do in the background.
 */
@Component
class ImportWork {

	/**
	 * A batch that met somebody signing up, or two who waited for each other, is rolled
	 * back; the next try sees what they did.
	 */
	private static final RetryPolicy AGAIN = RetryPolicy.builder()
		.includes(DuplicateKeyException.class, TransientDataAccessException.class)
		.maxRetries(5)
		.build();

	private final ImportRepository imports;

	private final int batch;

	ImportWork(ImportRepository imports, ImportProperties properties) {
		this.imports = imports;
		this.batch = properties.batch();
	}

	TaskResult check(long id) {
		this.imports.check(id);
		return TaskResult.of(UserImport.urlOf(id));
	}

	/**
	 * Imports batch by batch; each is a transaction that moves the mark where to go on.
	 */
	TaskResult apply(UserImport started, TaskProgress progress) {
		RetryTemplate retry = new RetryTemplate(AGAIN);
		Optional<Long> applied;
		do {
			applied = retry.invoke(() -> this.imports.applyBatch(started.id(), this.batch));
			applied
				.ifPresent((rows) -> progress.at(rows - started.behind(), started.dryRun().rows() - started.behind()));
		}
		while (applied.isPresent());
		UserImport done = this.imports.find(started.id()).orElseThrow(UserImport::notFound);
		return TaskResult.of(done.url(), "imports.done", done.result().added() + done.result().updated());
	}

}
