package dev.segmentation.task;

/**
 * A kind of work with its own threads, so that short work never waits for long work. Each
 * task uses one of the ten database connections, so all pools together use at most seven.
 * An account cannot use all threads of a pool, so others do not wait behind it.
 */
public enum TaskPool {

	/** Changes that usually take less than a second. */
	SHORT(3, 2),

	/** Imports of files with up to a million users. */
	IMPORTS(2, 1),

	/** Reports about the history. */
	REPORTS(2, 1);

	private final int threads;

	private final int perAccount;

	TaskPool(int threads, int perAccount) {
		this.threads = threads;
		this.perAccount = perAccount;
	}

	/** Returns how many tasks an instance runs at once. */
	int threads() {
		return this.threads;
	}

	/** Returns how many tasks of an account run at once, on all instances together. */
	int perAccount() {
		return this.perAccount;
	}

}
