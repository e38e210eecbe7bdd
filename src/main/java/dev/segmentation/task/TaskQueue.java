package dev.segmentation.task;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.segmentation.shared.FailureReason;
import dev.segmentation.task.TaskTurnRepository.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tasks of one pool that wait on this instance. The database chooses the next one, so
 * that all instances together keep the limit of an account.
 */
class TaskQueue {

	private static final Logger logger = LoggerFactory.getLogger(TaskQueue.class);

	private final TaskPool pool;

	private final TaskTurnRepository turns;

	private final Map<Long, QueuedTask> waiting = new ConcurrentHashMap<>();

	private final ThreadPoolExecutor threads;

	TaskQueue(TaskPool pool, TaskTurnRepository turns) {
		this.pool = pool;
		this.turns = turns;
		this.threads = new ThreadPoolExecutor(pool.threads(), pool.threads(), 0, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), Thread.ofPlatform().name(pool + "-task-", 1).daemon().factory(),
				new ThreadPoolExecutor.DiscardPolicy());
	}

	void add(long id, QueuedTask task) {
		this.waiting.put(id, task);
		begin();
		if (isStopped()) {
			endWaiting();
		}
	}

	/**
	 * Lets a free thread look for a task that may begin. Tasks may have ended on other
	 * instances, so this is called from time to time too.
	 */
	void begin() {
		if (!this.waiting.isEmpty() && this.threads.getQueue().isEmpty()) {
			this.threads.execute(this::runWaiting);
		}
	}

	private void runWaiting() {
		for (Optional<Turn> turn = next(); turn.isPresent(); turn = next()) {
			run(turn.get().id(), turn.get().allowed());
		}
	}

	private Optional<Turn> next() {
		Set<Long> ids = Set.copyOf(this.waiting.keySet());
		if (ids.isEmpty() || isStopped()) {
			return Optional.empty();
		}
		try {
			return this.turns.beginNext(this.pool, ids);
		}
		catch (RuntimeException ex) {
			logger.warn("No waiting task could begin: {}", FailureReason.of(ex));
			return Optional.empty();
		}
	}

	boolean isStopped() {
		return this.threads.isShutdown();
	}

	/** Ends the waiting tasks. Running ones go on. */
	void stop() {
		this.threads.shutdown();
		endWaiting();
	}

	private void endWaiting() {
		this.waiting.keySet().forEach((id) -> run(id, false));
	}

	private void run(long id, boolean allowed) {
		QueuedTask task = this.waiting.remove(id);
		// Another free thread may run the next one meanwhile.
		begin();
		if (task != null) {
			task.run(allowed);
		}
	}

	void interrupt() {
		this.threads.shutdownNow();
	}

	/** A task that runs, or only ends if it must not run any more. */
	@FunctionalInterface
	interface QueuedTask {

		void run(boolean allowed);

	}

}
