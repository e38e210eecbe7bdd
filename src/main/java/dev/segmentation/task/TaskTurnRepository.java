package dev.segmentation.task;

import java.util.Collection;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chooses which of the waiting tasks of all instances comes next.
 */
@Repository
class TaskTurnRepository {

	private final JdbcClient jdbc;

	TaskTurnRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins one of the waiting tasks. The account with the fewest running tasks comes
	 * first, and then the one that has waited longest for a turn. Tasks that ended while
	 * they waited are returned too, so that they wait no longer.
	 * @return empty if all accounts of these tasks have reached their limit
	 */
	@Transactional
	public Optional<Turn> beginNext(TaskPool pool, Collection<Long> waiting) {
		// Two instances must not both begin the last task that an account may run.
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('segmentation.tasks.' || ?, 0))")
			.param(pool.name())
			.query()
			.listOfRows();
		return this.jdbc
			.sql("""
					WITH first AS (
					    SELECT min(id) AS id, account_id, state = 'RUNNING' AS allowed FROM tasks
					    WHERE id = ANY (:waiting) GROUP BY account_id, state = 'RUNNING'
					), next AS (
					    SELECT first.id, allowed FROM first, LATERAL (
					        SELECT count(*) AS running FROM tasks
					        WHERE account_id = first.account_id AND pool = :pool AND state = 'RUNNING' AND began_at IS NOT NULL
					    ) AS now, LATERAL (
					        SELECT max(began_at) AS at FROM tasks WHERE account_id = first.account_id AND pool = :pool
					    ) AS last
					    WHERE running < :perAccount OR NOT allowed
					    ORDER BY allowed, running, last.at NULLS FIRST, first.id LIMIT 1
					)
					UPDATE tasks SET began_at = clock_timestamp() FROM next WHERE tasks.id = next.id
					RETURNING tasks.id, allowed
					""")
			.param("waiting", waiting.toArray(Long[]::new))
			.param("pool", pool.name())
			.param("perAccount", pool.perAccount())
			.query(Turn.class)
			.optional();
	}

	/**
	 * The turn of a waiting task.
	 *
	 * @param allowed {@code false} if the task ended while it waited
	 */
	record Turn(long id, boolean allowed) {
	}

}
