package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the function that finds differences between memberships and history. The tests
 * damage the data without the triggers.
 */
@DatabaseTest
class HistoryMismatchesTests {

	private final TestDatabase database;

	private final Backend spoiler;

	HistoryMismatchesTests(TestDatabase database) throws SQLException {
		this.database = database;
		this.spoiler = new Backend(database);
	}

	@BeforeEach
	void addTwoUsersAndRemoveOne() {
		JdbcClient jdbc = this.spoiler.jdbc();
		jdbc.sql("INSERT INTO users (id, login, email) VALUES (501, 'in', 'in@x.io'), (502, 'out', 'out@x.io')")
			.update();
		jdbc.sql("INSERT INTO segments (id, name) VALUES (601, 'SPOILT')").update();
		Memberships.add(jdbc, 501, 601L);
		Memberships.add(jdbc, 502, 601L);
		Memberships.remove(jdbc, 502, 601L);
		assertThat(mismatches()).isEmpty();
		jdbc.sql("SET LOCAL session_replication_role = replica").update();
	}

	@AfterEach
	void takeItBack() throws SQLException {
		this.spoiler.rollback();
		this.spoiler.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DELETE FROM memberships | 501 601 a member by the history, but not in fact
			INSERT INTO memberships VALUES (502, 601) | 502 601 a member, but not by the history
			UPDATE memberships SET user_id = 502 WHERE user_id = 501 | \
				501 601 a member by the history, but not in fact; 502 601 a member, but not by the history
			UPDATE memberships SET expires_at = now() | 501 601 an end that differs from the history
			DELETE FROM operations | 501 601 a member, but not by the history
			DELETE FROM operations WHERE user_ids = '{502}' AND type = 'added' | 502 601 deleted after nothing
			DELETE FROM operations WHERE type = 'deleted' | 502 601 a member by the history, but not in fact
			DELETE FROM users WHERE id = 501 | 501 601 a member that does not exist
			DELETE FROM segments | 501 601 a member of a segment that does not exist
			INSERT INTO operations SELECT nextval('operations_id_seq'), act_id, segment_id, segment_name, type, \
				clock_timestamp(), user_block, user_count, user_ids FROM operations WHERE user_ids = '{501}' | \
				501 601 added after added
			INSERT INTO operations SELECT nextval('operations_id_seq'), act_id, segment_id, segment_name, type, \
				clock_timestamp(), user_block, user_count, user_ids FROM operations WHERE type = 'deleted' | \
				502 601 deleted after deleted
			UPDATE operations SET user_ids = '{501,502}', user_count = 2 WHERE user_ids = '{501}' | \
				502 601 added after added
			""")
	void findsEachMismatch(String spoils, String problems) {
		assertThat(this.spoiler.jdbc().sql(spoils).update()).isPositive();
		assertThat(mismatches()).isEqualTo(problems);
	}

	@Test
	void ordersTheHistoryByDateInsteadOfId() {
		this.spoiler.jdbc().sql("UPDATE operations SET date = date - interval '1 day' WHERE type = 'deleted'").update();
		assertThat(mismatches())
			.isEqualTo("502 601 a member by the history, but not in fact; 502 601 deleted after nothing");
	}

	@Test
	void findsAnEndThatNoActChanged() {
		JdbcClient jdbc = this.spoiler.jdbc();
		jdbc.sql("SET LOCAL session_replication_role = origin").update();
		Memberships.end(jdbc, Instant.parse("2033-01-01T00:00:00Z"), 601, 501L);
		assertThat(mismatches()).isEmpty();
		jdbc.sql("SET LOCAL session_replication_role = replica").update();
		jdbc.sql("DELETE FROM end_changes").update();
		assertThat(mismatches()).isEqualTo("501 601 an end that differs from the history");
	}

	@Test
	void knowsTheEndsOfMembershipsThatBeganBeforeEndsWereRecorded() {
		JdbcClient jdbc = this.spoiler.jdbc();
		jdbc.sql("UPDATE memberships SET expires_at = timestamptz '2033-01-01Z'").update();
		jdbc.sql("""
				INSERT INTO end_changes (segment_id, segment_name, date, user_block, user_count, user_ids, ends_after)
				SELECT 601, 'SPOILT', clock_timestamp(), 501 / 64, 1, ARRAY[501], ARRAY[timestamptz '2033-01-01Z']
				""").update();
		assertThat(mismatches()).isEmpty();
		jdbc.sql("SET LOCAL session_replication_role = origin").update();
		Memberships.end(jdbc, null, 601, 501L);
		assertThat(mismatches()).isEmpty();
	}

	@Test
	void findsNothingInAnEmptyDatabase() {
		assertThat(this.database.historyMismatches()).isEmpty();
	}

	@Test
	void findsNothingInTheHistoryOfDeletedUsersAndSegments() {
		JdbcClient jdbc = this.spoiler.jdbc();
		jdbc.sql("SET LOCAL session_replication_role = origin").update();
		Memberships.deleteUser(jdbc, 501);
		Memberships.deleteSegment(jdbc, 601);
		assertThat(mismatches()).isEmpty();
	}

	private String mismatches() {
		return this.spoiler.jdbc().sql("""
				SELECT coalesce(string_agg(concat_ws(' ', user_id, segment_id, problem), '; '
				                           ORDER BY user_id, segment_id, problem), '') FROM history_mismatches()
				""").query(String.class).single();
	}

}
