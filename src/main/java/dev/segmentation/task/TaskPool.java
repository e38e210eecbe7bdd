package dev.segmentation.task;

/**
 * A kind of work with its own threads, so that short work never waits for long work. Each
 * task uses one of the ten database connections, so all pools together use at most six.
 */
public enum TaskPool {

	/** Changes that usually take less than a second. */
	SHORT(3),

	/** Imports of files with up to a million users. */
	IMPORTS(1),

	/** Reports about the history. */
	REPORTS(2);

	private final int threads;

	TaskPool(int threads) {
		this.threads = threads;
	}

	FairExecutor newExecutor() {
		return new FairExecutor(this.threads, Thread.ofPlatform().name(name() + "-task-", 1).daemon().factory());
	}

}
