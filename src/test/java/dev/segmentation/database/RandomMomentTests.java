package dev.segmentation.database;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records who is a member between random acts, and reads it from the history later. Some
 * memberships expire without a sweep. {@code -Dmoments.seed} repeats a run with another
 * seed.
 */
@DatabaseTest
class RandomMomentTests extends RoutineTestBase {

	private static final long SEED = Long.getLong("moments.seed", 20261128);

	private static final int ACTS = 400;

	private static final long FIRST_USER = 5_000_000;

	private static final int USERS = 200;

	private final Random random = new Random(SEED);

	private final long[] segments = { this.segment, this.other };

	RandomMomentTests(TestDatabase database) {
		super(database);
	}

	@BeforeAll
	static void addUsers(TestDatabase database) {
		database.jdbc().sql("""
				INSERT INTO users (id, login, email)
				SELECT n, 'chosen-' || n, 'chosen-' || n || '@example.com' FROM generate_series(:first, :last) AS n
				""").param("first", FIRST_USER).param("last", FIRST_USER + USERS - 1).update();
	}

	@Test
	void readsFromTheHistoryWhoWasAMember() {
		System.out.printf("Random moments with -Dmoments.seed=%d%n", SEED);
		List<SegmentMoment> recorded = new ArrayList<>();
		for (int act = 0; act < ACTS; act++) {
			change();
			long segment = this.segments[this.random.nextInt(2)];
			recorded.add(SegmentMoment.record(this.jdbc, segment, now()));
		}
		recorded.forEach(this::check);
		sweepWhatOthersLeft();
		recorded.forEach(this::check);
	}

	@Test
	void comparesMomentsAndRestoresMembers() {
		System.out.printf("Random moments with -Dmoments.seed=%d%n", SEED);
		List<SegmentMoment> recorded = new ArrayList<>();
		for (int act = 0; act < ACTS / 8; act++) {
			change();
			SegmentMoment now = SegmentMoment.record(this.jdbc, this.segment, now());
			recorded.forEach((earlier) -> assertThat(earlier.changesUntil(now, this.jdbc)).as("seed %d", SEED)
				.isEqualTo(earlier.differencesFrom(now)));
			recorded.add(now);
			if (act % 5 == 4) {
				restore(recorded.get(this.random.nextInt(recorded.size())));
			}
		}
	}

	/**
	 * All ends that have passed since get the same new one, and the undo takes it back.
	 */
	private void restore(SegmentMoment earlier) {
		Memberships.expire(this.jdbc, 1000);
		SegmentMoment before = SegmentMoment.record(this.jdbc, this.segment, now());
		Instant end = now().plus(Duration.ofDays(3));
		Long act = this.jdbc.sql("SELECT act_id FROM restore_members(?, ?, ?, 42, NULL)")
			.param(this.segment)
			.param(Memberships.utc(earlier.at()))
			.param(Memberships.utc(end))
			.query((row, number) -> row.getObject(1, Long.class))
			.list()
			.getFirst();
		// An end may pass before it is read, so all rows count.
		assertThat(members(this.segment)).as("seed %d", SEED)
			.containsExactlyInAnyOrderElementsOf(earlier.ends().keySet());
		if (act != null) {
			Memberships.undo(this.jdbc, act);
			Set<Long> undone = SegmentMoment.record(this.jdbc, this.segment, now()).ends().keySet();
			assertThat(before.ends().keySet()).as("seed %d, undo", SEED).containsAll(undone);
		}
	}

	private void check(SegmentMoment moment) {
		assertThat(moment.fromHistory(this.jdbc)).as("seed %d", SEED).isEqualTo(moment);
		assertThat(moment.userByUser(this.jdbc)).as("seed %d", SEED).isEqualTo(moment);
		assertThat(moment.size(this.jdbc)).as("seed %d, size at %s", SEED, moment.at()).isEqualTo(moment.ends().size());
	}

	private void change() {
		long segment = this.segments[this.random.nextInt(2)];
		Long[] users = users();
		switch (this.random.nextInt(8)) {
			case 0 -> Memberships.addUsers(this.jdbc, segment, users);
			case 1, 2 -> Memberships.addUsersUntil(this.jdbc, end(), segment, users);
			case 3 -> Memberships.removeUsers(this.jdbc, segment, users);
			case 4 -> Memberships.end(this.jdbc, endOrNone(), segment, users);
			case 5 -> Memberships.extend(this.jdbc, "P1D", segment, users);
			case 6 -> Memberships.expire(this.jdbc, 1 + this.random.nextInt(10));
			default -> undo();
		}
	}

	private void undo() {
		long act = Math.max(1, lastAct() - this.random.nextInt(5));
		if (this.jdbc.sql("SELECT undone_by(?) IS NULL").param(act).query(Boolean.class).single()) {
			Memberships.undo(this.jdbc, act, this.random.nextBoolean(), null);
		}
	}

	private @Nullable Instant endOrNone() {
		return this.random.nextBoolean() ? end() : null;
	}

	/** Some memberships expire during the test. */
	private Instant end() {
		return now().plus(Duration.ofMillis(this.random.nextBoolean() ? 1000 + this.random.nextInt(2000) : 86_400_000));
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

}
