package dev.segmentation.history.undo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.TtlParameters;
import dev.segmentation.segment.SegmentExistsException;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Keyset;
import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.shared.refusal.RestrictedSegmentException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;

/**
 * Plans undos and does them.
 */
@Repository
class UndoRepository {

	private static final Keyset MEMBERSHIPS = Keyset.ascending("segment_id", "user_id");

	private static final String IMPOSSIBLE = "outcome IN ('needs_end', 'segment_deleted', 'user_deleted')";

	private final JdbcClient jdbc;

	UndoRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	UndoLinks findLinks(long actId) {
		return this.jdbc.sql("SELECT (SELECT undoes FROM acts WHERE id = :act), undone_by(:act)")
			.param("act", actId)
			.query(UndoLinks.class)
			.single();
	}

	/**
	 * Checks the restrictions of the segments as {@code require_segment_access} does.
	 */
	UndoConditions findConditions(long actId, long accountId) {
		return this.jdbc.sql("""
				SELECT NOT EXISTS (
				           SELECT FROM segments AS s
				           WHERE s.restricted AND NOT owns_segment(s.id, :account) AND s.id IN (
				               SELECT segment_id FROM act_changes WHERE act_id = :act
				               UNION ALL SELECT segment_id FROM act_end_changes WHERE act_id = :act))
				       AND NOT EXISTS (
				           SELECT FROM deleted_segments AS d
				           WHERE d.act_id = :act AND d.restricted AND :account <> ALL (d.owners)
				               AND NOT owns_segment(d.id, :account)) AS permitted,
				       EXISTS (
				           SELECT FROM deleted_segments AS d JOIN segments AS s ON s.name = d.name
				           WHERE d.act_id = :act) AS name_taken
				""").param("act", actId).param("account", accountId).query(UndoConditions.class).single();
	}

	/**
	 * Counts the memberships of an act by what its undo would do.
	 */
	UndoPlan plan(long actId) {
		return this.jdbc.sql("""
				SELECT count(*) FILTER (WHERE outcome = 'remove' AND later_change IS NULL) AS removed,
				       count(*) FILTER (WHERE outcome = 'put_back' AND later_change IS NULL) AS put_back,
				       count(*) FILTER (WHERE outcome = 'restore' AND later_change IS NULL) AS restored,
				       count(*) FILTER (WHERE outcome = 'remove') AS all_removed,
				       count(*) FILTER (WHERE outcome = 'put_back') AS all_put_back,
				       count(*) FILTER (WHERE outcome = 'restore') AS all_restored,
				       count(*) FILTER (WHERE later_change IS NOT NULL AND NOT %1$s) AS changed,
				       count(*) FILTER (WHERE outcome = 'needs_end') AS endless,
				       count(*) FILTER (WHERE %1$s) AS impossible,
				       (SELECT name FROM deleted_segments WHERE act_id = :act LIMIT 1) AS segment
				FROM undo_plan(:act, NULL, now(), true)
				""".formatted(IMPOSSIBLE)).param("act", actId).query(UndoRepository::plan).single();
	}

	private static UndoPlan plan(ResultSet row, int number) throws SQLException {
		return new UndoPlan(new UndoChanges(row.getLong("removed"), row.getLong("put_back"), row.getLong("restored")),
				new UndoChanges(row.getLong("all_removed"), row.getLong("all_put_back"), row.getLong("all_restored")),
				row.getLong("changed"), row.getLong("impossible"), row.getLong("endless"), row.getString("segment"));
	}

	/**
	 * Finds the memberships that were changed since an act or cannot be as before.
	 */
	List<UndoObstacle> findObstacles(long actId, @Nullable Cursor cursor, int limit) {
		return this.jdbc
			.sql("""
					SELECT p.segment_id, coalesce(s.name, former.segment_name) AS segment_name, p.user_id, u.login, p.outcome,
					       p.later_change, p.later_at, p.later_act, a.kind, a.account_id, by.login AS account, a.note
					FROM (SELECT * FROM undo_plan(:act, NULL, now(), true)
					      WHERE (later_change IS NOT NULL OR %s) AND %s ORDER BY %s LIMIT :limit) AS p
					LEFT JOIN segments AS s ON s.id = p.segment_id
					LEFT JOIN LATERAL (
					    SELECT segment_name FROM act_changes WHERE act_id = :act AND segment_id = p.segment_id
					    UNION ALL
					    SELECT segment_name FROM act_end_changes WHERE act_id = :act AND segment_id = p.segment_id
					    LIMIT 1) AS former ON s.id IS NULL
					LEFT JOIN users AS u ON u.id = p.user_id
					LEFT JOIN acts AS a ON a.id = p.later_act
					LEFT JOIN accounts AS by ON by.id = a.account_id
					ORDER BY %s
					"""
				.formatted(IMPOSSIBLE, MEMBERSHIPS.beyond(cursor, ":segment", ":user"), MEMBERSHIPS.order(cursor),
						Keyset.ascending("p.segment_id", "p.user_id").order(cursor)))
			.param("act", actId)
			.param("segment", (cursor != null) ? cursor.number(0) : null)
			.param("user", (cursor != null) ? cursor.number(1) : null)
			.param("limit", limit)
			.query(UndoRepository::obstacle)
			.list();
	}

	private static UndoObstacle obstacle(ResultSet row, int number) throws SQLException {
		return new UndoObstacle(row.getLong("segment_id"), row.getString("segment_name"), row.getLong("user_id"),
				row.getString("login"), UndoOutcome.of(row.getString("outcome")), later(row));
	}

	private static UndoObstacle.@Nullable LaterChange later(ResultSet row) throws SQLException {
		String change = row.getString("later_change");
		if (change == null) {
			return null;
		}
		ActKind kind = Optional.ofNullable(row.getString("kind")).map(ActKind::of).orElse(ActKind.EXPIRY);
		return new UndoObstacle.LaterChange(change, instant(row, "later_at"), row.getObject("later_act", Long.class),
				kind, row.getObject("account_id", Long.class), row.getString("account"), row.getString("note"));
	}

	/**
	 * Takes an act back.
	 * @return empty when nothing could be changed
	 */
	Optional<UndoResult> undo(long actId, UndoRequest request, long accountId) {
		return RestrictedSegmentException.check(() -> {
			try {
				return this.jdbc.sql("""
						SELECT undo_id, removed, put_back, restored
						FROM undo_act(:act, :overriding,
						    coalesce(CAST(:until AS timestamptz), clock_timestamp() + CAST(:ttl AS interval)),
						    nullif(:name, ''), :account, nullif(:note, '')) WHERE undo_id IS NOT NULL
						""")
					.param("act", actId)
					.param("overriding", request.overriding())
					.params(TtlParameters.of(request.end()))
					.param("name", request.name())
					.param("account", accountId)
					.param("note", request.note())
					.query(UndoRepository::result)
					.optional();
			}
			catch (DuplicateKeyException ex) {
				throw new SegmentExistsException();
			}
			catch (DataAccessException ex) {
				throw refusal(ex);
			}
		});
	}

	private static RuntimeException refusal(DataAccessException ex) {
		String state = (ex.getMostSpecificCause() instanceof SQLException cause) ? cause.getSQLState() : null;
		return switch (state) {
			case "SG007" -> new InvalidTtlException();
			case "SG010" -> new ConflictException("undo.done", "act is undone");
			case null, default -> ex;
		};
	}

	private static UndoResult result(ResultSet row, int number) throws SQLException {
		return new UndoResult(row.getLong("undo_id"),
				new UndoChanges(row.getLong("removed"), row.getLong("put_back"), row.getLong("restored")));
	}

}
