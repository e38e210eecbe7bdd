package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.database.Memberships.Undone;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests races between two undos, and between an undo and other changes.
 */
@DatabaseTest
class UndoRaceTests extends RaceTestBase {

	private static final Instant MAY = Instant.parse("2033-05-01T00:00:00Z");

	UndoRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@Test
	void theSecondUndoOfAnActIsRefused() {
		long act = added(this.anna);
		assertThat(Memberships.undo(this.first.jdbc(), act).removed()).isOne();
		assertRefusedAfterTheFirst(Refusals.UNDONE_ALREADY, (client) -> Memberships.undo(client, act));
		assertThat(operations(this.segment)).hasSize(2);
	}

	@Test
	void theSecondUndoIsDoneWhenTheFirstFails() {
		long act = added(this.anna);
		Memberships.undo(this.first.jdbc(), act);
		CompletableFuture<Undone> waiting = this.second.startBlocked((client) -> Memberships.undo(client, act));
		this.first.rollback();
		assertThat(waiting.join().removed()).isOne();
		this.second.commit();
	}

	@Test
	void leavesAloneWhomAPastedListAddsMeanwhile() {
		long removal = addedAndRemoved(this.anna, this.boris);
		Memberships.confirm(this.first.jdbc(), Memberships.paste(this.jdbc, this.segment, this.anna));
		Undone undone = afterTheFirst((client) -> Memberships.undoOverriding(client, removal));
		assertThat(undone.counts()).containsExactly(0L, 1L, 0L);
		assertThat(operations(this.segment)).extracting(Operation::what).endsWith("added import", "added undo");
	}

	@Test
	void leavesAloneWhomALongListAddsMeanwhile() {
		usersFromTo(930_000, 930_199);
		Long[] many = this.jdbc.sql("SELECT n FROM generate_series(930000, 930199) AS n")
			.query(Long.class)
			.list()
			.toArray(Long[]::new);
		long removal = addedAndRemoved(many);
		Memberships.addUsers(this.first.jdbc(), this.segment, many);
		assertThat(afterTheFirst((client) -> Memberships.undo(client, removal)).undoId()).isNull();
		assertThat(members(this.segment)).hasSize(200);
	}

	@Test
	void aListWaitsForTheUndoAndAddsNobodyTwice() {
		long removal = addedAndRemoved(this.anna);
		assertThat(Memberships.undo(this.first.jdbc(), removal).putBack()).isOne();
		assertThat(afterTheFirst((client) -> Memberships.addUsers(client, this.segment, this.anna)).already()).isOne();
	}

	@Test
	void leavesAloneWhoseEndChangesMeanwhile() {
		long act = added(this.anna);
		Memberships.end(this.first.jdbc(), MAY, this.segment, this.anna);
		assertThat(afterTheFirst((client) -> Memberships.undo(client, act)).undoId()).isNull();
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void putsNobodyIntoASegmentThatIsDeletedMeanwhile() {
		long removal = addedAndRemoved(this.anna);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertThat(afterTheFirst((client) -> Memberships.undo(client, removal)).undoId()).isNull();
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void putsNobodyBackWhoIsDeletedMeanwhile() {
		long removal = addedAndRemoved(this.anna);
		Memberships.deleteUser(this.first.jdbc(), this.anna);
		assertThat(afterTheFirst((client) -> Memberships.undo(client, removal)).undoId()).isNull();
	}

	private long added(Long... users) {
		Memberships.addUsers(this.jdbc, this.segment, users);
		return lastAct();
	}

	private long addedAndRemoved(Long... users) {
		Memberships.addUsers(this.jdbc, this.segment, users);
		Memberships.removeUsers(this.jdbc, this.segment, users);
		return lastAct();
	}

}
