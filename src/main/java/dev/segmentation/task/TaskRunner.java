package dev.segmentation.task;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import dev.segmentation.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs this instance's share of the tasks, a few at a time: each may hold two of the
 * pool's connections.
 */
@Component
class TaskRunner implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(TaskRunner.class);

	private static final int AT_ONCE = 4;

	/** How long a stopping server waits for tasks that do not tell their progress. */
	private static final Duration LAST_ORDERS = Duration.ofSeconds(20);

	/** How a task ended is worth more than one try. */
	private static final RetryPolicy PATIENTLY = RetryPolicy.builder()
		.includes(DataAccessException.class)
		.maxRetries(20)
		.delay(Duration.ofSeconds(1))
		.build();

	private final TaskRepository tasks;

	private final Map<Long, Future<TaskResult>> running = new ConcurrentHashMap<>();

	private @Nullable ExecutorService threads;

	private volatile boolean stopping;

	TaskRunner(TaskRepository tasks) {
		this.tasks = tasks;
	}

	/**
	 * Runs the work of a task that has been written down.
	 */
	Future<TaskResult> submit(long id, TaskWork work) {
		ExecutorService threads = this.threads;
		if (threads == null) {
			this.tasks.interrupt(id);
			throw new IllegalStateException("The server stops.");
		}
		FutureTask<TaskResult> running = new FutureTask<>(runAndRecord(id, work));
		this.running.put(id, running);
		threads.execute(running);
		return running;
	}

	/**
	 * A task that this instance runs.
	 */
	@Nullable Future<TaskResult> find(long id) {
		return this.running.get(id);
	}

	/**
	 * The tasks that this instance runs.
	 */
	Set<Long> ids() {
		return Set.copyOf(this.running.keySet());
	}

	private Callable<TaskResult> runAndRecord(long id, TaskWork work) {
		return () -> {
			try {
				TaskResult result = work.run(new RecordedProgress(id, this.tasks, () -> this.stopping));
				record(id, () -> this.tasks.finish(id, result));
				return result;
			}
			catch (Throwable ex) {
				record(id, () -> recordEnd(id, ex));
				throw ex;
			}
			finally {
				this.running.remove(id);
			}
		};
	}

	private void recordEnd(long id, Throwable ex) {
		switch (ex) {
			case RefusedException refused -> this.tasks.refuse(id, new Task.Refusal(refused.key(), refused.error()));
			case TaskStoppedException stopped -> this.tasks.interrupt(id);
			default -> {
				String reference = UUID.randomUUID().toString();
				logger.error("Task {} failed, reference {}", id, reference, ex);
				this.tasks.fail(id, reference);
			}
		}
	}

	private static void record(long id, Runnable end) {
		try {
			new RetryTemplate(PATIENTLY).invoke(end);
		}
		catch (RuntimeException ex) {
			logger.error("How task {} ended could not be written down: it will look interrupted.", id, ex);
		}
	}

	@Override
	public void start() {
		this.stopping = false;
		this.threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("task-", 1).daemon().factory());
	}

	/**
	 * Lets tasks end, or at least come to the end of a step; gives up the others.
	 */
	@Override
	public void stop() {
		ExecutorService threads = this.threads;
		if (threads == null) {
			return;
		}
		this.stopping = true;
		this.threads = null;
		threads.shutdown();
		try {
			if (!threads.awaitTermination(LAST_ORDERS.toSeconds(), TimeUnit.SECONDS)) {
				threads.shutdownNow();
				ids().forEach(this.tasks::interrupt);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.threads != null;
	}

	/** After the web server, so that nobody starts a task any more. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 4096;
	}

}
