package dev.segmentation.database;

import java.sql.SQLException;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the functions that begin an act and write it with its first operation.
 */
@DatabaseTest
class ActTests extends RoutineTestBase {

	ActTests(TestDatabase database) {
		super(database);
	}

	@ParameterizedTest
	@ValueSource(strings = { "page", "api", "import", "percent", "expiry", "segment_deleted", "undo" })
	void isWrittenWithItsKindAccountAndNote(String kind) {
		insertWithin("begin_act('%s', 7, 'because of \"it\"')".formatted(kind), this.anna, this.segment);
		assertThat(operations(this.segment)).singleElement().satisfies((operation) -> {
			assertThat(operation.kind()).isEqualTo(kind);
			assertThat(operation.account()).isEqualTo(7);
			assertThat(operation.note()).isEqualTo("because of \"it\"");
		});
	}

	@Test
	void needsNeitherAccountNorNote() {
		insertWithin("begin_act('import', NULL, NULL)", this.anna, this.segment);
		assertThat(operations(this.segment)).singleElement().satisfies((operation) -> {
			assertThat(operation.account()).isNull();
			assertThat(operation.note()).isNull();
		});
	}

	@Test
	void isNotWrittenWhenNothingChanges() {
		assertNoAct(() -> begin(this.jdbc));
	}

	@Test
	void coversAllStatementsOfATransaction() throws SQLException {
		try (Backend backend = new Backend(this.database)) {
			begin(backend.jdbc());
			insertWithin("generate_series(1, 1)", backend.jdbc(), this.anna, this.segment);
			backend.jdbc().sql("DELETE FROM memberships WHERE segment_id = :id").param("id", this.segment).update();
			backend.commit();
		}
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added page", "deleted page");
		assertThat(operations(this.segment)).extracting(Operation::act)
			.containsOnly(operations(this.segment).getFirst().act());
	}

	@Test
	void endsWhereTheNextBegins() throws SQLException {
		try (Backend backend = new Backend(this.database)) {
			Memberships.add(backend.jdbc(), this.anna, this.segment);
			Memberships.remove(backend.jdbc(), this.anna, this.segment);
			backend.commit();
		}
		assertThat(operations(this.segment)).extracting(Operation::act).doesNotHaveDuplicates().hasSize(2);
	}

	@Test
	void endsWithItsTransaction() throws SQLException {
		try (Backend backend = new Backend(this.database)) {
			Memberships.add(backend.jdbc(), this.anna, this.segment);
			backend.commit();
			assertRefused(Refusals.NO_ACT,
					() -> backend.jdbc()
						.sql("DELETE FROM memberships WHERE segment_id = :id")
						.param("id", this.segment)
						.update());
		}
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void isWrittenAgainAfterARollbackToASavepoint() throws SQLException {
		try (Backend backend = new Backend(this.database)) {
			begin(backend.jdbc());
			backend.jdbc().sql("SAVEPOINT before").update();
			insertWithin("generate_series(1, 1)", backend.jdbc(), this.anna, this.segment);
			backend.jdbc().sql("ROLLBACK TO SAVEPOINT before").update();
			insertWithin("generate_series(1, 1)", backend.jdbc(), this.anna, this.segment);
			backend.commit();
		}
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added page");
	}

	private void begin(JdbcClient client) {
		client.sql("SELECT begin_act('page', 1, 'x')::text").query(String.class).single();
	}

	private void insertWithin(String source, long user, long segment) {
		insertWithin(source, this.jdbc, user, segment);
	}

	private static void insertWithin(String source, JdbcClient client, long user, long segment) {
		client.sql("INSERT INTO memberships (user_id, segment_id) SELECT :user, :segment FROM " + source)
			.param("user", user)
			.param("segment", segment)
			.update();
	}

}
