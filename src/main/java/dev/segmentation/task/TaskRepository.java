package dev.segmentation.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.segmentation.shared.Background;
import dev.segmentation.shared.Purge;
import dev.segmentation.shared.database.SqlTime;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the tasks of all instances.
 */
@Repository
class TaskRepository implements Purge {

	private static final String SELECT = """
			SELECT t.id, kind, subject, a.login AS account, state, done, total, cancellable, result_url, result_message,
			    result_args, act_id, refusal, error, reference, interruptions, attempt,
			    attempts, coalesce(began_at, started_at) AS started_at,
			    finished_at, clock_timestamp() AS read_at,
			    CASE WHEN state = 'RUNNING' AND pool IS NOT NULL AND began_at IS NULL THEN
			        (SELECT count(*) FROM tasks AS other WHERE other.state = 'RUNNING' AND other.pool = t.pool
			             AND other.account_id = t.account_id AND other.id < t.id)
			    END AS ahead
			FROM tasks AS t LEFT JOIN accounts AS a ON a.id = t.account_id
			""";

	private final JdbcClient jdbc;

	private final JdbcClient background;

	TaskRepository(JdbcClient jdbc, @Background JdbcTemplate background) {
		this.jdbc = jdbc;
		this.background = JdbcClient.create(background);
	}

	/**
	 * Adds a running task, unless a task with its exclusive key is running.
	 */
	Optional<Long> insert(TaskRequest request) {
		return this.jdbc.sql("""
				INSERT INTO tasks (pool, kind, subject, exclusive_key, account_id, result_url, cancellable)
				VALUES (:pool, :kind, :subject, :exclusiveKey, :accountId, :page, :cancellable)
				ON CONFLICT (exclusive_key) WHERE state = 'RUNNING' DO NOTHING RETURNING id
				""")
			.param("pool", request.pool().name())
			.param("kind", request.kind())
			.param("subject", request.subject())
			.param("exclusiveKey", request.exclusiveKey())
			.param("accountId", request.accountId())
			.param("page", request.page())
			.param("cancellable", request.cancellable())
			.query(Long.class)
			.optional();
	}

	Optional<Task> find(long id) {
		return select("WHERE t.id = ?", id).optional();
	}

	List<Task> find(Collection<Long> ids) {
		return select("WHERE t.id = ANY (?)", (Object) ids.toArray(Long[]::new)).list();
	}

	Optional<Task> findRunning(@Nullable String exclusiveKey) {
		return select("WHERE state = 'RUNNING' AND exclusive_key = ?", exclusiveKey).optional();
	}

	List<Task> findRunning() {
		return select("WHERE state = 'RUNNING' ORDER BY t.id DESC").list();
	}

	List<Task> findNewest(int limit) {
		return select("ORDER BY t.id DESC LIMIT ?", limit).list();
	}

	private MappedQuerySpec<Task> select(String condition, @Nullable Object... params) {
		return this.jdbc.sql(SELECT + condition).params(params).query(TaskRepository::task);
	}

	/**
	 * Saves the progress at once, even if the work is within a transaction. Outside the
	 * caller's transaction, the connection goes back to its pool at once too.
	 * @return whether the task is still running
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public boolean updateProgress(long id, long done, long total) {
		return this.background.sql("""
				UPDATE tasks SET done = :done, total = :total, attempt = NULL, heartbeat_at = clock_timestamp()
				WHERE id = :id AND state = 'RUNNING'
				""").param("id", id).param("done", done).param("total", total).update() > 0;
	}

	/**
	 * Saves at once that the work asks another service.
	 * @return whether the task is still running
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public boolean updateAttempt(long id, int attempt, int attempts) {
		return this.background.sql("""
				UPDATE tasks SET attempt = :attempt, attempts = :attempts, heartbeat_at = clock_timestamp()
				WHERE id = :id AND state = 'RUNNING'
				""").param("id", id).param("attempt", attempt).param("attempts", attempts).update() > 0;
	}

	void updateHeartbeats(Collection<Long> ids) {
		this.jdbc.sql("""
				UPDATE tasks SET heartbeat_at = clock_timestamp() WHERE state = 'RUNNING' AND id = ANY (:ids)
				""").param("ids", ids.toArray(Long[]::new)).update();
	}

	/**
	 * Marks the tasks of dead instances as interrupted, which frees their keys.
	 */
	void interruptWithoutHeartbeat() {
		this.jdbc.sql("""
				UPDATE tasks SET state = 'INTERRUPTED', finished_at = heartbeat_at
				WHERE state = 'RUNNING' AND heartbeat_at < clock_timestamp() - interval '30 seconds'
				""").update();
	}

	/**
	 * Notes an interruption of a task that goes on, also if another instance marked it as
	 * interrupted during the outage.
	 * @return whether the task is running again
	 */
	boolean resume(long id) {
		return this.jdbc.sql("""
				UPDATE tasks SET state = 'RUNNING', finished_at = NULL, heartbeat_at = clock_timestamp(),
				    interruptions = interruptions + 1
				WHERE id = :id AND state IN ('RUNNING', 'INTERRUPTED')
				""").param("id", id).update() > 0;
	}

	/**
	 * Saves the result, also of a task that was marked as interrupted while its instance
	 * was slow. Retries for 20 seconds, because the database may be restarting.
	 */
	@Retryable(includes = DataAccessException.class, maxRetries = 20)
	public void finish(long id, TaskResult result) {
		this.jdbc.sql("""
				UPDATE tasks SET state = 'DONE', finished_at = clock_timestamp(), done = coalesce(total, done),
				    result_url = :url, result_message = :message, result_args = :args, act_id = :act
				WHERE id = :id AND state IN ('RUNNING', 'INTERRUPTED')
				""")
			.param("id", id)
			.param("url", result.url())
			.param("message", result.message())
			.param("args", result.args().stream().map(TaskRepository::encode).toArray(String[]::new))
			.param("act", result.act())
			.update();
	}

	/**
	 * Saves the end of a task that has no result. Retries like {@link #finish}.
	 */
	@Retryable(includes = DataAccessException.class, maxRetries = 20)
	public void end(long id, TaskState state, Task.@Nullable Refusal refusal, @Nullable String reference) {
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
	 * Cancels a running task if its request allows it. The work stops at its next
	 * progress.
	 */
	void cancel(long id) {
		this.jdbc.sql("""
				UPDATE tasks SET state = 'CANCELLED', finished_at = clock_timestamp()
				WHERE id = :id AND state = 'RUNNING' AND cancellable
				""").param("id", id).update();
	}

	@Override
	public void purge() {
		this.jdbc.sql("DELETE FROM tasks WHERE finished_at < clock_timestamp() - interval '30 days'").update();
	}

	private static Task task(ResultSet row, int number) throws SQLException {
		TaskState state = TaskState.valueOf(row.getString("state"));
		String refusal = row.getString("refusal");
		Instant end = (state != TaskState.RUNNING) ? SqlTime.instant(row, "finished_at") : null;
		return new Task(row.getLong("id"), row.getString("kind"), row.getString("subject"), row.getString("account"),
				state, row.getLong("done"), row.getObject("total", Long.class), row.getBoolean("cancellable"),
				row.getString("result_url"), (state == TaskState.DONE) ? result(row) : null,
				(refusal != null) ? new Task.Refusal(refusal, row.getString("error")) : null,
				row.getString("reference"), row.getInt("interruptions"), attempt(row),
				row.getObject("ahead", Long.class), SqlTime.instant(row, "started_at"), end,
				SqlTime.instant(row, "read_at"));
	}

	private static Task.@Nullable Attempt attempt(ResultSet row) throws SQLException {
		int number = row.getInt("attempt");
		return row.wasNull() ? null : new Task.Attempt(number, row.getInt("attempts"));
	}

	private static TaskResult result(ResultSet row) throws SQLException {
		Stream<String> args = Stream.of((String[]) row.getArray("result_args").getArray());
		return new TaskResult(row.getString("result_url"), row.getString("result_message"),
				args.map(TaskRepository::decode).toList(), row.getObject("act_id", Long.class));
	}

	/** The first character distinguishes numbers from texts that look like numbers. */
	private static String encode(Object arg) {
		return ((arg instanceof Long) ? "#" : "=") + arg;
	}

	private static Object decode(String text) {
		String arg = text.substring(1);
		return text.startsWith("#") ? Long.valueOf(arg) : arg;
	}

}
