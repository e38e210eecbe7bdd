package dev.segmentation.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the triggers that prevent changes of the history, and changes of memberships
 * without history.
 */
@DatabaseTest
class AppendOnlyTests extends RoutineTestBase {

	private long user;

	private long segment;

	AppendOnlyTests(TestDatabase database) {
		super(database);
	}

	@BeforeEach
	void recordIntoAMonthAndIntoTheDefault() {
		this.jdbc.sql("SELECT make_operations_partition('2020-05-01Z')").query(Boolean.class).single();
		this.user = user();
		this.segment = segment();
		Memberships.insertUntil(this.jdbc, Instant.parse("2020-05-31T00:00:00Z"), user(), this.segment);
		Memberships.insert(this.jdbc, this.segment, this.user, this.user);
		Memberships.end(this.jdbc, Instant.parse("2033-05-31T00:00:00Z"), this.segment, this.user);
		Memberships.end(this.jdbc, null, this.segment, this.user);
		assertThat(operations(this.segment)).extracting(Operation::table)
			.containsExactly("operations_2020_05", "operations_default");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE operations SET segment_name = 'another'",
			"UPDATE operations SET date = date - interval '10 years'",
			"UPDATE operations_2020_05 SET segment_name = 'another'",
			"UPDATE operations_default SET segment_name = 'another'", "DELETE FROM operations",
			"DELETE FROM operations_2020_05", "DELETE FROM operations_default", "TRUNCATE operations",
			"TRUNCATE operations_2020_05", "TRUNCATE operations_default",
			"INSERT INTO acts OVERRIDING SYSTEM VALUE SELECT * FROM acts ON CONFLICT (id) DO UPDATE SET note = 'else'",
			"UPDATE acts SET note = 'another'", "DELETE FROM acts", "TRUNCATE acts", "UPDATE act_changes SET users = 0",
			"DELETE FROM act_changes", "TRUNCATE act_changes", "UPDATE end_changes SET segment_name = 'another'",
			"DELETE FROM end_changes", "TRUNCATE end_changes", "UPDATE act_end_changes SET users = 0",
			"DELETE FROM act_end_changes", "TRUNCATE act_end_changes", "TRUNCATE segment_edits",
			"TRUNCATE note_changes", "UPDATE acts SET at = now()" })
	void refusesToChangeHistory(String statement) {
		assertRefused(Refusals.APPEND_ONLY, () -> this.jdbc.sql(statement).update());
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE memberships SET user_id = user_id + 1", "UPDATE memberships SET segment_id = 1",
			"UPDATE memberships SET user_id = 1, segment_id = 1 WHERE false", "TRUNCATE memberships",
			"INSERT INTO memberships SELECT * FROM memberships ON CONFLICT (user_id, segment_id) DO UPDATE SET user_id = 1" })
	void refusesToMoveMemberships(String statement) {
		assertRefused(Refusals.APPEND_ONLY, () -> this.jdbc.sql(statement).update());
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE memberships SET expires_at = now() + interval '1 day'",
			"UPDATE memberships SET expires_at = NULL WHERE false", "UPDATE memberships SET added_at = added_at",
			"INSERT INTO memberships SELECT * FROM memberships ON CONFLICT (user_id, segment_id) DO UPDATE SET expires_at = NULL" })
	void refusesToChangeAnEndWithoutTheFunction(String statement) {
		assertRefused(Refusals.APPEND_ONLY, () -> this.jdbc.sql(statement).update());
	}

	@Test
	void refusesToChangeAnEndAfterTheFunctionHasRun() throws SQLException {
		try (Connection connection = this.database.connect()) {
			JdbcClient one = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			connection.setAutoCommit(false);
			assertThat(Memberships.extend(one, "P1D", this.segment, this.user).endless()).isOne();
			assertRefused(Refusals.APPEND_ONLY,
					() -> one.sql("UPDATE memberships SET expires_at = now() + interval '1 day'").update());
			connection.rollback();
		}
	}

}
