package dev.segmentation.history.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import dev.segmentation.shared.ActKind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import static dev.segmentation.shared.database.SqlTime.instant;
import static dev.segmentation.shared.database.SqlTime.instantOrNull;

/**
 * Reads the changed ends of one user, which are in one range of the primary key.
 */
@Repository
class ChangedEndRepository {

	private final JdbcClient jdbc;

	ChangedEndRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds the changes of a user's ends in some segments, oldest first.
	 */
	List<ChangedEnd> find(long userId, Collection<Long> segmentIds) {
		return this.jdbc
			.sql("""
					SELECT c.act_id, c.segment_id, c.date, line.end_before, line.end_after, a.kind, a.account_id, a.note, by.login
					FROM end_changes AS c
					CROSS JOIN LATERAL unnest(c.user_ids, c.ends_before, c.ends_after) AS line (user_id, end_before, end_after)
					JOIN acts AS a ON a.id = c.act_id
					LEFT JOIN accounts AS by ON by.id = a.account_id
					WHERE c.user_block = :user / 64 AND :user = ANY (c.user_ids) AND line.user_id = :user
					  AND c.segment_id = ANY (:segments)
					ORDER BY c.date, c.id
					""")
			.param("user", userId)
			.param("segments", segmentIds.toArray(Long[]::new))
			.query(ChangedEndRepository::changedEnd)
			.list();
	}

	private static ChangedEnd changedEnd(ResultSet row, int number) throws SQLException {
		return new ChangedEnd(row.getLong("segment_id"), instantOrNull(row, "end_before"),
				instantOrNull(row, "end_after"),
				new PeriodEnd(instant(row, "date"), row.getLong("act_id"), ActKind.of(row.getString("kind")),
						row.getObject("account_id", Long.class), row.getString("login"), row.getString("note")));
	}

}
