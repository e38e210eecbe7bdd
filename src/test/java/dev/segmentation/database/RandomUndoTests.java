package dev.segmentation.database;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does random acts and undoes them at once or later. {@code -Dundo.seed} repeats a run
 * with another seed.
 */
@DatabaseTest
class RandomUndoTests extends RoutineTestBase {

	private static final long SEED = Long.getLong("undo.seed", 20261128);

	private static final int BURSTS = 12;

	private static final int ACTS = 40;

	private static final long FIRST_USER = 5_000_000;

	private static final int USERS = 130;

	private static final List<Instant> ENDS = List.of(Instant.parse("2033-01-01T00:00:00Z"),
			Instant.parse("2033-02-02T00:00:00Z"), Instant.parse("2033-03-03T00:00:00Z"));

	private final Random random = new Random(SEED);

	private final long[] segments = { this.segment, this.other };

	RandomUndoTests(TestDatabase database) {
		super(database);
	}

	@Test
	void keepsMembershipsHistoryAndSizesInAgreement() {
		System.out.printf("Random undos with -Dundo.seed=%d%n", SEED);
		usersFromTo(FIRST_USER, FIRST_USER + USERS - 1);
		for (int burst = 0; burst < BURSTS; burst++) {
			for (int act = 0; act < ACTS; act++) {
				changeOrUndo();
			}
			assertThat(this.database.historyMismatches()).as("seed %d, burst %d", SEED, burst).isEmpty();
			assertThat(this.database.sizeMismatches()).as("seed %d, burst %d", SEED, burst).isEmpty();
		}
	}

	private void changeOrUndo() {
		switch (this.random.nextInt(4)) {
			case 0 -> undoSomeAct();
			case 1 -> undoAtOnce();
			default -> change();
		}
	}

	/**
	 * Undoing the newest act brings back what was before it, and undoing that undoes it.
	 */
	private void undoAtOnce() {
		List<String> before = memberships();
		long last = lastAct();
		change();
		List<String> after = memberships();
		if (lastAct() == last) {
			return;
		}
		long undo = Memberships.undo(this.jdbc, lastAct()).id();
		assertThat(memberships()).as("seed %d, undo %d", SEED, undo).isEqualTo(before);
		if (this.random.nextBoolean()) {
			Memberships.undo(this.jdbc, undo);
			assertThat(memberships()).as("seed %d, undo of undo %d", SEED, undo).isEqualTo(after);
		}
	}

	private void undoSomeAct() {
		long act = Math.max(1, lastAct() - this.random.nextInt(15));
		boolean undone = this.jdbc.sql("SELECT undone_by(?) IS NOT NULL").param(act).query(Boolean.class).single();
		if (!undone) {
			Memberships.undo(this.jdbc, act, this.random.nextBoolean(), null);
		}
	}

	private void change() {
		long segment = this.segments[this.random.nextInt(2)];
		Long[] users = users();
		switch (this.random.nextInt(6)) {
			case 0 -> Memberships.addUsers(this.jdbc, segment, users);
			case 1, 2 -> Memberships.addUsersUntil(this.jdbc, end(), segment, users);
			case 3 -> Memberships.removeUsers(this.jdbc, segment, users);
			case 4 -> Memberships.end(this.jdbc, end(), segment, users);
			default -> Memberships.extend(this.jdbc, "P1D", segment, users);
		}
	}

	private Instant end() {
		return ENDS.get(this.random.nextInt(ENDS.size()));
	}

	/** One user, some, or many of them. */
	private Long[] users() {
		long first = this.random.nextInt(USERS);
		int count = List.of(1, 5, USERS).get(this.random.nextInt(3));
		return LongStream.range(first, Math.min(first + count, USERS))
			.map((user) -> FIRST_USER + user)
			.boxed()
			.toArray(Long[]::new);
	}

	private List<String> memberships() {
		return this.jdbc.sql("""
				SELECT format('%s in %s until %s', user_id, segment_id, expires_at) FROM memberships
				ORDER BY user_id, segment_id
				""").query(String.class).list();
	}

}
