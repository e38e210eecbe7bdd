package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import dev.segmentation.database.Memberships.Undone;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests the functions that plan the undo of an act and do it.
 */
@DatabaseTest
class UndoActTests extends RoutineTestBase {

	private static final Instant MAY = Instant.parse("2033-05-01T00:00:00Z");

	private static final Instant JUNE = Instant.parse("2033-06-01T00:00:00Z");

	private static final Instant PAST = Instant.parse("2026-05-05T05:05:05Z");

	UndoActTests(TestDatabase database) {
		super(database);
	}

	@Test
	void removesWhomTheActAdded() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna, this.boris);
		long act = lastAct();
		assertPlan(act, tuple(this.anna, "remove", null), tuple(this.boris, "remove", null));
		Undone undone = Memberships.undo(this.jdbc, act);
		assertThat(undone.counts()).containsExactly(2L, 0L, 0L);
		assertThat(members(this.segment)).isEmpty();
		assertThat(operations(this.segment)).last().satisfies((operation) -> {
			assertThat(operation.what()).isEqualTo("deleted undo");
			assertThat(operation.act()).isEqualTo(undone.id());
			assertThat(operation.account()).isEqualTo(Memberships.ACCOUNT);
			assertThat(operation.note()).isEqualTo("a mistake");
		});
	}

	@Test
	void namesWhatItTookBack() {
		long act = added(this.anna);
		long undo = Memberships.undo(this.jdbc, act).id();
		assertThat(this.jdbc.sql("SELECT undoes FROM acts WHERE id = ?").param(undo).query(Long.class).single())
			.isEqualTo(act);
		assertThat(undoneBy(act)).isEqualTo(undo);
		assertThat(undoneBy(undo)).isNull();
	}

	@Test
	void putsBackWhomTheActRemovedWithTheSameEnd() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		added(this.boris);
		long act = removed(this.anna, this.boris);
		assertThat(Memberships.undo(this.jdbc, act).counts()).containsExactly(0L, 2L, 0L);
		assertThat(end(this.anna)).isEqualTo(MAY);
		assertThat(end(this.boris)).isNull();
	}

	@Test
	void restoresEndsAsTheyWere() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		added(this.boris);
		Memberships.end(this.jdbc, JUNE, this.segment, this.anna, this.boris);
		assertThat(Memberships.undo(this.jdbc, lastAct()).counts()).containsExactly(0L, 0L, 2L);
		assertThat(end(this.anna)).isEqualTo(MAY);
		assertThat(end(this.boris)).isNull();
		assertThat(EndChange.of(this.jdbc, this.segment)).extracting(EndChange::kind).contains("undo");
	}

	@Test
	void takesAllSegmentsOfAnActBack() {
		Memberships.add(this.jdbc, this.anna, this.segment, this.other);
		Undone undone = Memberships.undo(this.jdbc, lastAct());
		assertThat(undone.counts()).containsExactly(2L, 0L, 0L);
		assertThat(members(this.segment)).isEmpty();
		assertThat(members(this.other)).isEmpty();
	}

	@Test
	void leavesAloneWhoWasRemovedSince() {
		long act = added(this.anna, this.boris);
		long removal = removed(this.anna);
		assertThat(plan(act)).extracting(UndoStep::outcome, UndoStep::later, UndoStep::laterAct)
			.containsExactly(tuple("none", "deleted", removal), tuple("remove", null, null));
		assertThat(Memberships.undo(this.jdbc, act).counts()).containsExactly(1L, 0L, 0L);
	}

	@Test
	void leavesAloneWhoWasAddedAgain() {
		long act = added(this.anna);
		removed(this.anna);
		long again = added(this.anna);
		assertThat(plan(act)).extracting(UndoStep::outcome, UndoStep::later, UndoStep::laterAct)
			.containsExactly(tuple("remove", "added", again));
		assertNoAct(() -> assertThat(Memberships.undo(this.jdbc, act).undoId()).isNull());
		assertThat(members(this.segment)).containsExactly(this.anna);
		assertThat(Memberships.undoOverriding(this.jdbc, act).counts()).containsExactly(1L, 0L, 0L);
		assertThat(members(this.segment)).isEmpty();
	}

	@Test
	void leavesAloneWhoseEndWasChanged() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		long act = lastAct();
		Memberships.end(this.jdbc, JUNE, this.segment, this.anna);
		assertPlan(act, tuple(this.anna, "remove", "ends"));
		assertThat(Memberships.undo(this.jdbc, act).counts()).containsExactly(0L, 0L, 0L);
		assertThat(Memberships.undoOverriding(this.jdbc, act).counts()).containsExactly(1L, 0L, 0L);
	}

	@Test
	void leavesARemovalAloneWhenTheUserWasAddedAndRemovedAgain() {
		added(this.anna);
		long act = removed(this.anna);
		added(this.anna);
		removed(this.anna);
		assertPlan(act, tuple(this.anna, "put_back", "deleted"));
		assertThat(Memberships.undo(this.jdbc, act).counts()).containsExactly(0L, 0L, 0L);
		assertThat(Memberships.undoOverriding(this.jdbc, act).counts()).containsExactly(0L, 1L, 0L);
	}

	@Test
	void restoresTheEndOfWhomSomebodyAddedAgain() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		long act = removed(this.anna);
		Memberships.addUsersUntil(this.jdbc, JUNE, this.segment, this.anna);
		assertPlan(act, tuple(this.anna, "restore", "added"));
		assertThat(Memberships.undoOverriding(this.jdbc, act).counts()).containsExactly(0L, 0L, 1L);
		assertThat(end(this.anna)).isEqualTo(MAY);
	}

	@Test
	void hasNothingToDoWhenSomebodyMadeItAsBefore() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		long act = removed(this.anna);
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		assertPlan(act, tuple(this.anna, "none", "added"));
		assertNoAct(() -> Memberships.undoOverriding(this.jdbc, act));
	}

	@Test
	void leavesAloneWhoseMembershipExpired() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		long act = lastAct();
		assertPlan(act, tuple(this.anna, "none", "expired"));
		assertThat(Memberships.undo(this.jdbc, act).counts()).containsExactly(0L, 0L, 0L);
		assertThat(operations(this.segment)).extracting(Operation::what).containsExactly("added api", "deleted expiry");
		assertPlan(act, tuple(this.anna, "none", "deleted"));
	}

	@Test
	void needsANewEndWhenTheFormerOneHasPassed() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.expire(this.jdbc, 10);
		long expiry = lastAct();
		assertPlan(expiry, tuple(this.anna, "needs_end", null));
		assertThat(Memberships.undo(this.jdbc, expiry).counts()).containsExactly(0L, 0L, 0L);
		assertThat(Memberships.undo(this.jdbc, expiry, false, MAY).counts()).containsExactly(0L, 1L, 0L);
		assertThat(end(this.anna)).isEqualTo(MAY);
	}

	@Test
	void needsANewEndWhenTheFormerOneWasNotRecorded() throws SQLException {
		added(this.anna);
		long act = removed(this.anna);
		try (Backend backend = new Backend(this.database)) {
			backend.jdbc().sql("INSERT INTO recorded_ends VALUES ('infinity')").update();
			assertThat(UndoStep.of(backend.jdbc(), act, null)).extracting(UndoStep::outcome)
				.containsExactly("needs_end");
			assertThat(UndoStep.of(backend.jdbc(), act, JUNE)).extracting(UndoStep::outcome, UndoStep::until)
				.containsExactly(tuple("put_back", JUNE));
			backend.rollback();
		}
	}

	@Test
	void refusesANewEndInThePast() {
		long act = added(this.anna);
		assertRefused(Refusals.END_IN_PAST, () -> Memberships.undo(this.jdbc, act, false, PAST));
	}

	@Test
	void cannotPutDeletedUsersBack() {
		long leaver = user();
		added(leaver, this.anna);
		long act = removed(leaver, this.anna);
		Memberships.deleteUser(this.jdbc, leaver);
		assertThat(plan(act)).extracting(UndoStep::outcome).containsExactlyInAnyOrder("user_deleted", "put_back");
		assertThat(Memberships.undoOverriding(this.jdbc, act).counts()).containsExactly(0L, 1L, 0L);
	}

	@Test
	void cannotPutUsersBackIntoADeletedSegment() {
		Memberships.add(this.jdbc, this.anna, this.segment, this.other);
		Memberships.remove(this.jdbc, this.anna, this.segment, this.other);
		long act = lastAct();
		Memberships.deleteSegment(this.jdbc, this.segment);
		assertPlan(act, tuple(this.anna, "segment_deleted", null), tuple(this.anna, "put_back", null));
		assertThat(Memberships.undo(this.jdbc, act).counts()).containsExactly(0L, 1L, 0L);
		assertThat(members(this.other)).containsExactly(this.anna);
	}

	@Test
	void createsADeletedSegmentAgain() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		added(this.boris);
		this.jdbc.sql("UPDATE segments SET description = 'Testers', assign_percent = 50 WHERE id = ?")
			.param(this.segment)
			.update();
		String before = segmentRow();
		Memberships.deleteSegment(this.jdbc, this.segment);
		long deletion = lastAct();
		assertPlan(deletion, tuple(this.anna, "put_back", null), tuple(this.boris, "put_back", null));
		assertThat(Memberships.undo(this.jdbc, deletion).counts()).containsExactly(0L, 2L, 0L);
		assertThat(segmentRow()).isEqualTo(before);
		assertThat(end(this.anna)).isEqualTo(MAY);
		assertThat(end(this.boris)).isNull();
	}

	@Test
	void givesASegmentAnotherNameWhenItsNameIsTaken() {
		added(this.anna);
		String name = this.jdbc.sql("SELECT name FROM segments WHERE id = ?")
			.param(this.segment)
			.query(String.class)
			.single();
		Memberships.deleteSegment(this.jdbc, this.segment);
		long deletion = lastAct();
		Sql.addSegment(this.jdbc, name, "0");
		assertRefused("23505", () -> Memberships.undo(this.jdbc, deletion));
		Memberships.undoDeletion(this.jdbc, deletion, name + " AGAIN");
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void createsARestrictedSegmentOnlyForItsOwners() {
		added(this.anna);
		this.jdbc.sql("UPDATE segments SET restricted = true WHERE id = ?").param(this.segment).update();
		this.jdbc.sql("DELETE FROM segments USING begin_act('segment_deleted', NULL, NULL) WHERE id = ?")
			.param(this.segment)
			.update();
		assertRefused(Refusals.RESTRICTED, () -> Memberships.undo(this.jdbc, lastAct()));
	}

	@Test
	void recordsTheUndoOfADeletionWithoutMembers() {
		long leaver = user();
		added(leaver);
		Memberships.deleteSegment(this.jdbc, this.segment);
		long deletion = lastAct();
		Memberships.deleteUser(this.jdbc, leaver);
		assertThat(Memberships.undo(this.jdbc, deletion).counts()).containsExactly(0L, 0L, 0L);
		assertThat(undoneBy(deletion)).isNotNull();
		assertThat(segmentRow()).isNotEmpty();
	}

	@Test
	void isUndoneItself() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		long act = lastAct();
		long undo = Memberships.undo(this.jdbc, act).id();
		long redo = Memberships.undo(this.jdbc, undo).id();
		assertThat(end(this.anna)).isEqualTo(MAY);
		assertThat(undoneBy(act)).isNull();
		assertThat(undoneBy(undo)).isEqualTo(redo);
		// The act counts again, so it can be undone again.
		removed(this.anna);
		added(this.anna);
		long second = Memberships.undoOverriding(this.jdbc, act).id();
		assertThat(undoneBy(act)).isEqualTo(second);
	}

	@Test
	void isDoneOnce() {
		long act = added(this.anna);
		Memberships.undo(this.jdbc, act);
		assertRefused(Refusals.UNDONE_ALREADY, () -> Memberships.undo(this.jdbc, act));
	}

	@Test
	void needsAccessToAllSegmentsOfTheAct() {
		Memberships.add(this.jdbc, this.anna, this.segment, this.other);
		long act = lastAct();
		this.jdbc.sql("UPDATE segments SET restricted = true WHERE id = ?").param(this.other).update();
		assertRefused(Refusals.RESTRICTED, () -> Memberships.undo(this.jdbc, act));
		assertThat(members(this.segment)).containsExactly(this.anna);
	}

	@Test
	void changesNothingForAnUnknownAct() {
		assertNoAct(() -> assertThat(Memberships.undo(this.jdbc, UNKNOWN).undoId()).isNull());
		assertThat(plan(UNKNOWN)).isEmpty();
	}

	@Test
	void takesManyBackInBlocks() {
		usersFromTo(920_000, 920_999);
		Memberships.insert(this.jdbc, this.segment, 920_000, 920_999);
		long act = lastAct();
		removed(920_010L, 920_500L);
		Undone undone = Memberships.undo(this.jdbc, act);
		assertThat(undone.removed()).isEqualTo(998);
		assertThat(this.jdbc.sql("SELECT users FROM act_changes WHERE act_id = ?")
			.param(undone.id())
			.query(Long.class)
			.list()).containsExactly(998L);
		assertThat(Memberships.undo(this.jdbc, undone.id()).putBack()).isEqualTo(998);
	}

	private void assertPlan(long act, Tuple... steps) {
		assertThat(plan(act)).extracting(UndoStep::user, UndoStep::outcome, UndoStep::later).containsExactly(steps);
	}

	private List<UndoStep> plan(long act) {
		return UndoStep.of(this.jdbc, act, null);
	}

	private long added(Long... users) {
		Memberships.addUsers(this.jdbc, this.segment, users);
		return lastAct();
	}

	private long removed(Long... users) {
		Memberships.removeUsers(this.jdbc, this.segment, users);
		return lastAct();
	}

	private @Nullable Long undoneBy(long act) {
		return this.jdbc.sql("SELECT undone_by(?)").param(act).query(Long.class).optional().orElse(null);
	}

	private String segmentRow() {
		return this.jdbc.sql("SELECT s::text FROM segments AS s WHERE id = ?")
			.param(this.segment)
			.query(String.class)
			.single();
	}

	private @Nullable Instant end(long user) {
		return this.jdbc.sql("SELECT expires_at FROM memberships WHERE user_id = ? AND segment_id = ?")
			.param(user)
			.param(this.segment)
			.query((row, number) -> instant(row.getObject(1, OffsetDateTime.class)))
			.single()
			.orElse(null);
	}

}
