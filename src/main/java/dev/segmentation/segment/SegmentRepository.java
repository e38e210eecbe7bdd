package dev.segmentation.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SegmentRepository {

	private final JdbcClient jdbc;

	SegmentRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(CreateSegment segment, long accountId) {
		return RestrictedSegmentException.check(() -> this.jdbc.sql("""
				INSERT INTO segments (name, description, assign_percent, created_by)
				SELECT :name, :description, :percent, :account
				FROM begin_act('percent', :account, nullif(:note, ''))
				RETURNING id
				""")
			.param("name", segment.name())
			.param("description", segment.description())
			.param("percent", segment.assignPercent())
			.param("note", segment.note())
			.param("account", accountId)
			.query(Long.class)
			.single());
	}

	Optional<Segment> find(long id) {
		return this.jdbc.sql("SELECT id, name, assign_percent FROM segments WHERE id = :id")
			.param("id", id)
			.query(Segment.class)
			.optional();
	}

	/**
	 * Finds a segment by its name in any case, first the one with exactly this name.
	 * @param except the id of a segment that is not meant
	 */
	Optional<Segment> findNamesake(String name, long except) {
		return this.jdbc.sql("""
				SELECT id, name, assign_percent FROM segments WHERE lower(name) = lower(:name) AND id <> :except
				ORDER BY name <> :name, id LIMIT 1
				""").param("name", name).param("except", except).query(Segment.class).optional();
	}

	/** Returns the name that the last change of its members recorded. */
	Optional<String> findLastName(long id) {
		return this.jdbc
			.sql("SELECT segment_name FROM operations WHERE segment_id = ? ORDER BY user_block DESC, date DESC LIMIT 1")
			.param(id)
			.query(String.class)
			.optional();
	}

	Optional<Segment> findRenamed(String name) {
		return this.jdbc.sql("""
				SELECT s.id, s.name, s.assign_percent FROM segment_edits AS e JOIN segments AS s ON s.id = e.segment_id
				WHERE lower(e.name_before) = lower(:name) AND e.name_before <> e.name_after
				ORDER BY e.act_at DESC, e.act_id DESC LIMIT 1
				""").param("name", name).query(Segment.class).optional();
	}

	Optional<SegmentDetails> findDetails(long id) {
		return this.jdbc.sql("""
				SELECT s.id, s.name, s.description, s.assign_percent, now.size, current_user_count() AS users,
				       greatest(s.created_at, now.changed_at) AS changed_at,
				       (SELECT coalesce(sum(d.added - d.removed), 0)
				        FROM current_segment_days(CAST(now() AT TIME ZONE 'UTC' AS date)) AS d
				        WHERE d.segment_id = s.id) AS change_today,
				       s.created_at, a.login AS created_by, s.version, s.restricted
				FROM segments AS s
				JOIN current_segment_sizes() AS now ON now.segment_id = s.id
				LEFT JOIN accounts AS a ON a.id = s.created_by
				WHERE s.id = :id
				""").param("id", id).query(SegmentDetails.class).optional();
	}

	/**
	 * Returns the last days of a segment, oldest first, starting no earlier than its
	 * creation. Each day's size is today's size without the later changes. PostgreSQL
	 * cannot inline the function if its argument is a sub-select, and would then read the
	 * days of all segments.
	 */
	List<SegmentDay> findDays(long id, int days) {
		return this.jdbc.sql("""
				WITH first AS (
				    SELECT greatest(CAST(now() AT TIME ZONE 'UTC' AS date) - CAST(:days AS integer) + 1,
				                    CAST(created_at AT TIME ZONE 'UTC' AS date)) AS day
				    FROM segments WHERE id = :id
				), change AS (
				    SELECT d.day, sum(d.added) AS entered,
				           coalesce(sum(d.removed) FILTER (WHERE d.kind <> 'expiry'), 0) AS left,
				           coalesce(sum(d.removed) FILTER (WHERE d.kind = 'expiry'), 0) AS expired
				    FROM current_segment_days(CAST(now() AT TIME ZONE 'UTC' AS date) - CAST(:days AS integer)) AS d
				    WHERE d.segment_id = :id GROUP BY d.day
				), line AS (
				    SELECT CAST(date AS date) AS day, coalesce(c.entered, 0) AS entered,
				           coalesce(c.left, 0) AS left, coalesce(c.expired, 0) AS expired
				    FROM first CROSS JOIN generate_series(first.day, now() AT TIME ZONE 'UTC', '1 day') AS date
				    LEFT JOIN change AS c ON c.day = CAST(date AS date)
				)
				SELECT line.day, line.entered, line.left, line.expired,
				       now.size - coalesce(sum(line.entered - line.left - line.expired) OVER (
				           ORDER BY line.day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS size
				FROM line CROSS JOIN current_segment_sizes() AS now
				WHERE now.segment_id = :id ORDER BY line.day
				""").param("id", id).param("days", days).query(SegmentDay.class).list();
	}

	long countUsers() {
		return this.jdbc.sql("SELECT current_user_count()").query(Long.class).single();
	}

	/**
	 * Changes the name and description if the segment still has this version.
	 */
	boolean update(ChangeSegment change, ActKind through, long accountId) {
		return RestrictedSegmentException.check(() -> this.jdbc.sql("""
				UPDATE segments SET name = :name, description = :description, version = version + 1
				FROM begin_act(CAST(:kind AS act_kind), :account, nullif(:note, ''))
				WHERE id = :id AND version = :version
				""")
			.param("kind", through.text())
			.param("account", accountId)
			.param("name", change.name())
			.param("description", change.description())
			.param("note", change.note())
			.param("id", change.id())
			.param("version", change.version())
			.update() > 0);
	}

	void forEach(long after, @Nullable Integer limit, Consumer<Segment> consumer) {
		this.jdbc.sql("""
				SELECT id, name, assign_percent FROM segments
				WHERE id > :after ORDER BY id LIMIT CAST(:limit AS integer)
				""")
			.param("after", after)
			.param("limit", limit)
			.withFetchSize(1000)
			.query((ResultSet row) -> consumer.accept(segment(row, row.getRow())));
	}

	boolean delete(long id, String note, long accountId) {
		return RestrictedSegmentException.check(() -> this.jdbc.sql("""
				DELETE FROM segments USING begin_act('segment_deleted', :account, nullif(:note, '')) WHERE id = :id
				""").param("account", accountId).param("note", note).param("id", id).update() > 0);
	}

	boolean delete(String name, long accountId) {
		return RestrictedSegmentException.check(() -> this.jdbc.sql("""
				DELETE FROM segments USING begin_act('segment_deleted', :account, NULL) WHERE name = :name
				""").param("account", accountId).param("name", name).update() > 0);
	}

	/**
	 * Deletes a segment if it still has this version.
	 * @param version {@code null} for any
	 */
	boolean deleteVersion(long id, @Nullable Integer version, long accountId) {
		return RestrictedSegmentException.check(() -> this.jdbc.sql("""
				DELETE FROM segments USING begin_act('segment_deleted', :account, NULL)
				WHERE id = :id AND version = coalesce(CAST(:version AS integer), version)
				""").param("account", accountId).param("version", version).param("id", id).update() > 0);
	}

	/**
	 * Returns the act of this transaction, if it has changed something.
	 */
	Optional<Long> currentAct() {
		return this.jdbc.sql("SELECT CAST(nullif(current_setting('segmentation.act_id', true), '') AS bigint)")
			.query(Long.class)
			.optional();
	}

	/**
	 * Adds recorded changes to the saved sizes.
	 * @return the number of changes, at most the limit
	 */
	long foldChanges(int limit) {
		return this.jdbc.sql("SELECT fold_changes(:limit)").param("limit", limit).query(Long.class).single();
	}

	private static Segment segment(ResultSet row, int number) throws SQLException {
		return new Segment(row.getLong("id"), row.getString("name"), row.getBigDecimal("assign_percent"));
	}

}
