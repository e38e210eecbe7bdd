package dev.segmentation.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.shared.Purge;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What instances tell each other about tasks. Who wrote no heartbeat for half a minute is
 * dead.
 */
@Repository
class TaskRepository implements Purge {

	private static final String STALE = "heartbeat_at < clock_timestamp() - interval '30 seconds'";

	private static final String SELECT = """
			SELECT t.id, kind, subject, account_id, a.login AS account, done, total, cancellable, result_url, result_message,
			    result_args, refusal, error, reference, started_at, clock_timestamp() AS read_at,
			    CASE WHEN state = 'RUNNING' AND %1$s THEN 'INTERRUPTED' ELSE state END AS state,
			    CASE WHEN state = 'RUNNING' AND %1$s THEN heartbeat_at ELSE finished_at END AS finished_at
			FROM tasks AS t LEFT JOIN accounts AS a ON a.id = t.account_id
			"""
		.formatted(STALE);

	private final JdbcClient jdbc;

	TaskRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a task that runs from now on, unless one with its key does.
	 */
	Optional<Long> insert(TaskRequest request) {
		return this.jdbc.sql("""
				INSERT INTO tasks (kind, subject, exclusive_key, account_id, result_url, cancellable)
				VALUES (:kind, :subject, :key, :account, :page, :cancellable)
				ON CONFLICT (exclusive_key) WHERE state = 'RUNNING' DO NOTHING RETURNING id
				""")
			.param("kind", request.kind())
			.param("subject", request.subject())
			.param("key", request.exclusiveKey())
			.param("account", request.accountId())
			.param("page", request.page())
			.param("cancellable", request.cancellable())
			.query(Long.class)
			.optional();
	}

	Optional<Task> find(long id) {
		return this.jdbc.sql(SELECT + "WHERE t.id = :id").param("id", id).query(TaskRepository::task).optional();
	}

	Optional<Task> findRunning(@Nullable String exclusiveKey) {
		return this.jdbc.sql(SELECT + "WHERE state = 'RUNNING' AND exclusive_key = :key AND NOT " + STALE)
			.param("key", exclusiveKey)
			.query(TaskRepository::task)
			.optional();
	}

	List<Task> findRunning() {
		return this.jdbc.sql(SELECT + "WHERE state = 'RUNNING' AND NOT " + STALE + " ORDER BY t.id DESC")
			.query(TaskRepository::task)
			.list();
	}

	List<Task> findNewest(int limit) {
		return this.jdbc.sql(SELECT + "ORDER BY t.id DESC LIMIT :limit")
			.param("limit", limit)
			.query(TaskRepository::task)
			.list();
	}

	/**
	 * Writes how far a task is, seen by others at once also when the work is within a
	 * transaction.
	 * @return whether it is still supposed to run
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public boolean updateProgress(long id, long done, long total) {
		return this.jdbc.sql("""
				UPDATE tasks SET done = :done, total = :total, heartbeat_at = clock_timestamp()
				WHERE id = :id AND state = 'RUNNING'
				""").param("id", id).param("done", done).param("total", total).update() > 0;
	}

	void updateHeartbeats(Collection<Long> ids) {
		this.jdbc.sql("""
				UPDATE tasks SET heartbeat_at = clock_timestamp() WHERE state = 'RUNNING' AND id = ANY (:ids)
				""").param("ids", ids.toArray(Long[]::new)).update();
	}

	/**
	 * Records what came of it, also when it had been given up for dead too early.
	 */
	void finish(long id, TaskResult result) {
		this.jdbc.sql("""
				UPDATE tasks SET state = 'DONE', finished_at = clock_timestamp(), done = coalesce(total, done),
				    result_url = :url, result_message = :message, result_args = :args
				WHERE id = :id AND state IN ('RUNNING', 'INTERRUPTED')
				""")
			.param("id", id)
			.param("url", result.url())
			.param("message", result.message())
			.param("args", result.args().stream().map(TaskRepository::written).toArray(String[]::new))
			.update();
	}

	void refuse(long id, Task.Refusal refusal) {
		end(id, TaskState.REFUSED, refusal, null);
	}

	void fail(long id, String reference) {
		end(id, TaskState.FAILED, null, reference);
	}

	void interrupt(long id) {
		end(id, TaskState.INTERRUPTED, null, null);
	}

	/**
	 * Calls a task off, if it may be; whoever runs it is told with its next progress.
	 */
	void cancel(long id) {
		this.jdbc.sql("""
				UPDATE tasks SET state = 'CANCELLED', finished_at = clock_timestamp()
				WHERE id = :id AND state = 'RUNNING' AND cancellable
				""").param("id", id).update();
	}

	private void end(long id, TaskState state, Task.@Nullable Refusal refusal, @Nullable String reference) {
		this.jdbc.sql("""
				UPDATE tasks SET state = :state, finished_at = clock_timestamp(), refusal = :refusal, error = :error,
				    reference = :reference
				WHERE id = :id AND state = 'RUNNING'
				""")
			.param("id", id)
			.param("state", state.name())
			.param("refusal", (refusal != null) ? refusal.kind() : null)
			.param("error", (refusal != null) ? refusal.error() : null)
			.param("reference", reference)
			.update();
	}

	/**
	 * Gives up what dead instances left behind, which frees its keys.
	 */
	void interruptStale() {
		this.jdbc.sql("""
				UPDATE tasks SET state = 'INTERRUPTED', finished_at = heartbeat_at WHERE state = 'RUNNING' AND
				""" + STALE).update();
	}

	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM tasks WHERE finished_at < clock_timestamp() - interval '30 days'").update();
	}

	private static Task task(ResultSet row, int number) throws SQLException {
		return new Task(row.getLong("id"), row.getString("kind"), row.getString("subject"),
				row.getObject("account_id", Long.class), row.getString("account"),
				TaskState.valueOf(row.getString("state")), row.getLong("done"), row.getObject("total", Long.class),
				row.getBoolean("cancellable"), row.getString("result_url"), result(row), refusal(row),
				row.getString("reference"), instant(row, "started_at"),
				(row.getObject("finished_at") != null) ? instant(row, "finished_at") : null, instant(row, "read_at"));
	}

	private static @Nullable TaskResult result(ResultSet row) throws SQLException {
		if (TaskState.valueOf(row.getString("state")) != TaskState.DONE) {
			return null;
		}
		Stream<String> args = Arrays.stream((String[]) row.getArray("result_args").getArray());
		return new TaskResult(row.getString("result_url"), row.getString("result_message"),
				args.map(TaskRepository::read).toList());
	}

	/** A text and a number that look alike are kept apart by their first character. */
	private static String written(Object arg) {
		return ((arg instanceof Long) ? "#" : "=") + arg;
	}

	private static Object read(String written) {
		String arg = written.substring(1);
		return written.startsWith("#") ? Long.valueOf(arg) : arg;
	}

	private static Task.@Nullable Refusal refusal(ResultSet row) throws SQLException {
		String kind = row.getString("refusal");
		return (kind != null) ? new Task.Refusal(kind, row.getString("error")) : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
