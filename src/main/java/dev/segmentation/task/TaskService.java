package dev.segmentation.task;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.segmentation.shared.refusal.RefusedException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts background tasks and shows their progress. A task runs on the instance that
 * started it, and all instances show it.
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
	 * Starts a task. If a task with the same exclusive key is running, returns that task,
	 * so a double click starts one task. Fails within a transaction, because the work
	 * would not see its changes.
	 * @return the task; the caller redirects to its {@link Task#url()}
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Task start(TaskRequest request, TaskWork work) {
		return get(startOrJoin(request, work).id());
	}

	/**
	 * Starts a task like {@link #start} and waits for its end. Quick work then behaves
	 * like an ordinary form: it shows no progress, and a refusal appears at its field.
	 * @param patience the longest time to wait
	 * @return the task, finished or not; the caller redirects to its {@link Task#url()}
	 * @throws RefusedException the refusal of the work, if it comes in time
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Task startAndWait(TaskRequest request, TaskWork work, Duration patience) {
		Started started = startOrJoin(request, work);
		await(started.end(), patience).ifPresent((refusal) -> {
			throw refusal;
		});
		return get(started.id());
	}

	private Started startOrJoin(TaskRequest request, TaskWork work) {
		while (true) {
			Optional<Long> added = this.tasks.insert(request);
			if (added.isPresent()) {
				return new Started(added.get(), this.runner.submit(added.get(), request, work));
			}
			Optional<Task> other = this.tasks.findRunning(request.exclusiveKey());
			if (other.isPresent()) {
				return new Started(other.get().id(), this.runner.end(other.get().id()));
			}
		}
	}

	private static Optional<RefusedException> await(CompletableFuture<Optional<RefusedException>> end,
			Duration patience) {
		return end.copy().completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS).join();
	}

	/**
	 * Waits for the end of a task if this instance runs it.
	 * @param patience the longest time to wait
	 * @return the task, ended or not
	 */
	public Task see(long id, Duration patience) {
		await(this.runner.end(id), patience);
		return get(id);
	}

	/**
	 * Returns a task.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when no task has this id
	 */
	public Task get(long id) {
		return find(id).orElseThrow(Task::notFound);
	}

	/**
	 * Finds a task. Tasks are deleted some time after their end.
	 */
	public Optional<Task> find(long id) {
		return this.tasks.find(id);
	}

	/**
	 * Finds those of the tasks that still exist, by their ids.
	 */
	public Map<Long, Task> find(Collection<Long> ids) {
		return ids.isEmpty() ? Map.of()
				: this.tasks.find(ids).stream().collect(Collectors.toMap(Task::id, Function.identity()));
	}

	/**
	 * Cancels a task. Does nothing if the task has ended or does not allow it.
	 * @throws dev.segmentation.shared.refusal.NotFoundException when no task has this id
	 */
	public Task cancel(long id) {
		this.tasks.cancel(id);
		return get(id);
	}

	/**
	 * Finds the running task with this exclusive key.
	 */
	public Optional<Task> findRunning(String exclusiveKey) {
		return this.tasks.findRunning(exclusiveKey);
	}

	/**
	 * Lists the running tasks of all instances, newest first.
	 */
	public List<Task> running() {
		return this.tasks.findRunning();
	}

	/**
	 * Lists the newest tasks, running or ended, newest first.
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
		this.tasks.interruptWithoutHeartbeat();
	}

	/**
	 * Begins waiting tasks of this instance whose turn has come.
	 */
	public void beginWaiting() {
		this.runner.beginWaiting();
	}

	private record Started(long id, CompletableFuture<Optional<RefusedException>> end) {
	}

}
