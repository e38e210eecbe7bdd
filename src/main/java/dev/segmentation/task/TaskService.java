package dev.segmentation.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.segmentation.shared.RefusedException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts long acts in the background and tells how far they are. Several instances share
 * the tasks: each runs those that were started at it, all see all.
 */
@Service
public class TaskService {

	private final TaskRepository tasks;

	private final TaskRunner runner;

	TaskService(TaskRepository tasks, TaskRunner runner) {
		this.tasks = tasks;
		this.runner = runner;
	}

	/**
	 * Starts a task, unless one with the same exclusive key runs: that is the answer
	 * then, so that a double click acts once. Must not be called within a transaction,
	 * whose changes the work would not see.
	 * @return the task, which mostly has only begun; redirect to its {@link Task#url()}
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Task start(TaskRequest request, TaskWork work) {
		return get(launch(request, work).id());
	}

	/**
	 * Starts a task and waits a moment for its end, so that what turns out to be short
	 * looks like an ordinary form: an error is shown beside its field, no progress is
	 * flashed up. One with the same exclusive key that runs here is waited for likewise.
	 * @param patience how long to wait at most
	 * @return the task, done or not; redirect to its {@link Task#url()} in any case
	 * @throws RefusedException what the work was refused with, when that was in time
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Task startAndWait(TaskRequest request, TaskWork work, Duration patience) {
		Launch launch = launch(request, work);
		if (launch.running() != null) {
			await(launch.running(), patience).ifPresent((refused) -> {
				throw refused;
			});
		}
		return get(launch.id());
	}

	/**
	 * Waits a moment for the end of a task that runs here, whatever that is.
	 * @param patience how long to wait at most
	 * @return the task, over or not
	 */
	public Task see(long id, Duration patience) {
		Future<TaskResult> running = this.runner.find(id);
		if (running != null) {
			await(running, patience);
		}
		return get(id);
	}

	/**
	 * A task as it stands.
	 * @throws TaskNotFoundException when there is no such task
	 */
	public Task get(long id) {
		return this.tasks.find(id).orElseThrow(TaskNotFoundException::new);
	}

	/**
	 * A task as it stands, unless it is long over and forgotten.
	 */
	public Optional<Task> find(long id) {
		return this.tasks.find(id);
	}

	/**
	 * Calls a task off. One that is over, or goes on to its end once it has begun, is
	 * left alone.
	 * @throws TaskNotFoundException when there is no such task
	 */
	public Task cancel(long id) {
		this.tasks.cancel(id);
		return get(id);
	}

	/**
	 * The task that runs with this exclusive key, as for a note on a segment's page.
	 */
	public Optional<Task> findRunning(String exclusiveKey) {
		return this.tasks.findRunning(exclusiveKey);
	}

	/**
	 * All that run, on any instance, newest first.
	 */
	public List<Task> running() {
		return this.tasks.findRunning();
	}

	/**
	 * The newest tasks, running or over, newest first.
	 */
	public List<Task> newest(int limit) {
		return this.tasks.findNewest(limit);
	}

	/**
	 * Renews the heartbeats of this instance's tasks, and marks tasks whose instance has
	 * sent no heartbeat for 30 seconds as interrupted.
	 */
	public void watch() {
		this.tasks.updateHeartbeats(this.runner.ids());
		this.tasks.interruptStale();
	}

	private Launch launch(TaskRequest request, TaskWork work) {
		while (true) {
			this.tasks.interruptStale();
			Optional<Long> fresh = this.tasks.insert(request);
			if (fresh.isPresent()) {
				return new Launch(fresh.get(), this.runner.submit(fresh.get(), work));
			}
			Optional<Task> other = this.tasks.findRunning(request.exclusiveKey());
			if (other.isPresent()) {
				return new Launch(other.get().id(), this.runner.find(other.get().id()));
			}
		}
	}

	/**
	 * Waits until it is over, and no longer than told.
	 * @return what it was refused with, if it was
	 */
	private static Optional<RefusedException> await(Future<TaskResult> running, Duration patience) {
		try {
			running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			// It goes on, and the page of the task tells about it.
		}
		catch (ExecutionException ex) {
			return (ex.getCause() instanceof RefusedException refused) ? Optional.of(refused) : Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Optional.empty();
	}

	/**
	 * A task and, if it runs here, what to wait for.
	 */
	private record Launch(long id, @Nullable Future<TaskResult> running) {
	}

}
