package dev.segmentation.history;

import java.sql.SQLException;

import dev.segmentation.support.ManyUsers;
import dev.segmentation.support.Plans;
import dev.segmentation.support.TestDatabase;

/**
 * Three months of 20,000 operations of single users each, in ten segments.
 */
public final class ManyOperations {

	private ManyOperations() {
	}

	/**
	 * Returns the plans of statements in a database with these operations.
	 */
	public static Plans plans(TestDatabase database) throws SQLException {
		insertOnce(database);
		return new Plans(database);
	}

	private static void insertOnce(TestDatabase database) {
		if (database.jdbc().sql("SELECT EXISTS (SELECT FROM operations)").query(Boolean.class).single()) {
			return;
		}
		ManyUsers.insert(database, 60_000);
		database.jdbc()
			.sql("SELECT make_operations_partitions('2023-01-01T00:00Z', '2023-03-01T00:00Z')")
			.query()
			.singleRow();
		database.jdbc().sql("""
				WITH act AS (INSERT INTO acts (kind, account_id, note, at)
				    SELECT CASE WHEN n % 5 = 0 THEN 'page' WHEN n % 7 = 0 THEN 'expiry' ELSE 'api' END::act_kind, 1,
				           CASE WHEN n % 5 = 0 THEN 'sale ' || n END,
				           TIMESTAMPTZ '2023-01-01T00:00Z' + n * interval '2 minutes'
				    FROM generate_series(1, 60000) AS n RETURNING id, at)
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT id, id % 10 + 1, 'SEGMENT', 'added', at, id / 64, 1, ARRAY[id] FROM act
				""").update();
		database.jdbc().sql("SELECT recount()").query().singleRow();
		database.jdbc().sql("""
				WITH changed AS (
				    INSERT INTO end_changes (act_id, segment_id, segment_name, date, user_block, user_count, user_ids,
				                             ends_before, ends_after)
				    SELECT id, id % 10 + 1, 'SEGMENT', at, id / 64, 1, ARRAY[id], ARRAY[NULL]::timestamptz[], ARRAY[at]
				    FROM acts WHERE kind = 'page' RETURNING act_id, segment_id, segment_name, date)
				INSERT INTO act_end_changes (act_id, act_at, segment_id, segment_name, users, endless, later, first_end,
				                             last_end, at)
				SELECT act_id, date, segment_id, segment_name, 1, 0, 0, date, date, date FROM changed
				""").update();
		Plans.analyze(database);
	}

}
