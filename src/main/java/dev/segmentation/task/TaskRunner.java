package dev.segmentation.task;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.shared.refusal.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the tasks that start on this instance.
 */
@Component
class TaskRunner implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(TaskRunner.class);

	/** The time that running tasks have to end when the server stops. */
	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

	private static final TaskWork NOT_ALLOWED = (progress) -> {
		throw new CancellationException("The task ended before its turn.");
	};

	private final TaskRepository tasks;

	private final TaskTurnRepository turns;

	private final Map<Long, CompletableFuture<Optional<RefusedException>>> running = new ConcurrentHashMap<>();

	private volatile Map<TaskPool, TaskQueue> queues = Map.of();

	TaskRunner(TaskRepository tasks, TaskTurnRepository turns) {
		this.tasks = tasks;
		this.turns = turns;
	}

	/**
	 * Runs the work of a saved task.
	 * @return completes at the end of the task, with the refusal if the work refused it
	 */
	CompletableFuture<Optional<RefusedException>> submit(long id, TaskRequest request, TaskWork work) {
		TaskQueue queue = this.queues.get(request.pool());
		if (queue == null) {
			throw new IllegalStateException("The server stops.");
		}
		CompletableFuture<Optional<RefusedException>> end = new CompletableFuture<>();
		this.running.put(id, end);
		queue.add(id, (allowed) -> end.completeAsync(() -> run(id, allowed ? work : NOT_ALLOWED, queue::isStopped),
				Runnable::run));
		return end;
	}

	/**
	 * Begins waiting tasks whose turn has come because tasks of other instances ended.
	 */
	void beginWaiting() {
		this.queues.values().forEach(TaskQueue::begin);
	}

	/**
	 * Returns the end of a task. It is complete if this instance does not run the task.
	 */
	CompletableFuture<Optional<RefusedException>> end(long id) {
		return this.running.getOrDefault(id, CompletableFuture.completedFuture(Optional.empty()));
	}

	/**
	 * Returns the ids of the tasks that this instance runs.
	 */
	Set<Long> ids() {
		return Set.copyOf(this.running.keySet());
	}

	private Optional<RefusedException> run(long id, TaskWork work, BooleanSupplier stopping) {
		try {
			this.tasks.finish(id, new ResumableWork(id, work, this.tasks, stopping).run());
		}
		catch (RefusedException ex) {
			this.tasks.end(id, TaskState.REFUSED, new Task.Refusal(ex.key(), ex.error()), null);
			return Optional.of(ex);
		}
		catch (CancellationException ex) {
			this.tasks.end(id, TaskState.INTERRUPTED, null, null);
		}
		catch (Throwable ex) {
			String reference = UUID.randomUUID().toString();
			logger.error("Task {} failed, reference {}", id, reference, ex);
			this.tasks.end(id, TaskState.FAILED, null, reference);
		}
		finally {
			this.running.remove(id);
		}
		return Optional.empty();
	}

	@Override
	public void start() {
		this.queues = Stream.of(TaskPool.values())
			.collect(Collectors.toMap((pool) -> pool, (pool) -> new TaskQueue(pool, this.turns)));
	}

	/**
	 * Ends waiting tasks, stops others at their next progress, waits for the others, and
	 * interrupts those that exceed the timeout.
	 */
	@Override
	public void stop() {
		this.queues.values().forEach(TaskQueue::stop);
		CompletableFuture.allOf(this.running.values().toArray(CompletableFuture[]::new))
			.handle((end, failure) -> true)
			.completeOnTimeout(false, STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
			.join();
		this.queues.values().forEach(TaskQueue::interrupt);
		ids().forEach((id) -> this.tasks.end(id, TaskState.INTERRUPTED, null, null));
		this.running.clear();
		this.queues = Map.of();
	}

	@Override
	public boolean isRunning() {
		return !this.queues.isEmpty();
	}

	/** Stops after the web server, so that no request can start a task any more. */
	@Override
	public int getPhase() {
		return DEFAULT_PHASE - 4096;
	}

}
