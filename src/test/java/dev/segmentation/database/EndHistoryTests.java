package dev.segmentation.database;

import java.time.Instant;
import java.util.List;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests the trigger that records changed ends.
 */
@DatabaseTest
class EndHistoryTests extends RoutineTestBase {

	private static final Instant MARCH = Instant.parse("2033-03-26T12:00:00Z");

	private static final Instant APRIL = Instant.parse("2033-04-01T00:00:00Z");

	EndHistoryTests(TestDatabase database) {
		super(database);
	}

	@Test
	void recordsTheEndsBeforeAndAfterWithTheAct() {
		Memberships.addUsersUntil(this.jdbc, MARCH, this.segment, this.anna);
		Memberships.addUsers(this.jdbc, this.segment, this.boris);
		Memberships.end(this.jdbc, APRIL, this.segment, this.anna, this.boris);
		Memberships.end(this.jdbc, null, this.segment, this.boris);
		List<EndChange> changes = EndChange.of(this.jdbc, this.segment);
		assertThat(changes).extracting(EndChange::user, EndChange::before, EndChange::after)
			.containsExactly(tuple(this.anna, MARCH, APRIL), tuple(this.boris, null, APRIL),
					tuple(this.boris, APRIL, null));
		assertThat(changes).extracting(EndChange::kind).containsOnly("page");
		assertThat(changes.get(0).act()).isEqualTo(changes.get(1).act()).isNotEqualTo(changes.get(2).act());
	}

	@Test
	void recordsNothingWhenTheEndStaysTheSame() {
		Memberships.addUsersUntil(this.jdbc, MARCH, this.segment, this.anna);
		Memberships.addUsers(this.jdbc, this.segment, this.boris);
		assertNoAct(() -> {
			assertThat(Memberships.end(this.jdbc, MARCH, this.segment, this.anna).changed()).isOne();
			assertThat(Memberships.end(this.jdbc, null, this.segment, this.boris).changed()).isOne();
			Memberships.extend(this.jdbc, "P1D", this.segment, this.boris, UNKNOWN);
		});
		Memberships.end(this.jdbc, MARCH, this.segment, this.anna, this.boris);
		assertThat(EndChange.of(this.jdbc, this.segment)).extracting(EndChange::user).containsExactly(this.boris);
	}

	@Test
	void recordsAnExtensionOverTheChangeOfClocksAsOneAct() {
		Memberships.addUsersUntil(this.jdbc, MARCH, this.segment, this.anna);
		Memberships.addUsersUntil(this.jdbc, APRIL, this.segment, this.boris);
		Memberships.extendByDays(this.jdbc, 1, "Europe/Berlin", this.segment, this.anna, this.boris);
		assertThat(EndChange.of(this.jdbc, this.segment)).hasSize(2)
			.extracting(EndChange::act)
			.containsOnly(EndChange.of(this.jdbc, this.segment).getFirst().act());
	}

	@Test
	void recordsTheAdditionsAndEndsOfAListAsOneAct() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		long list = Memberships.paste(this.jdbc, this.segment, this.boris);
		this.jdbc
			.sql("""
					UPDATE member_lists SET member_ids = ARRAY[:anna]::bigint[], until = :until, present = 'set', note = 'a trial'
					WHERE id = :list
					""")
			.param("anna", this.anna)
			.param("until", Memberships.utc(APRIL))
			.param("list", list)
			.update();
		Memberships.confirm(this.jdbc, list);
		Operation added = operations(this.segment).getLast();
		assertThat(added.note()).isEqualTo("a trial");
		assertThat(EndChange.of(this.jdbc, this.segment)).singleElement().satisfies((change) -> {
			assertThat(change.act()).isEqualTo(added.act());
			assertThat(change.kind()).isEqualTo("import");
			assertThat(change.after()).isEqualTo(APRIL);
		});
	}

	@Test
	void keepsTheEndsOfAddedAndRemovedMembers() {
		Memberships.addUsersUntil(this.jdbc, MARCH, this.segment, this.anna);
		Memberships.addUsers(this.jdbc, this.segment, this.boris);
		Memberships.end(this.jdbc, APRIL, this.segment, this.anna);
		Memberships.removeUsers(this.jdbc, this.segment, this.anna, this.boris);
		assertThat(this.jdbc
			.sql("""
					SELECT concat_ws(' ', type, coalesce(ends[array_position(user_ids, :anna)] AT TIME ZONE 'UTC' || '', 'none'))
					FROM operations WHERE segment_id = :segment AND :anna = ANY (user_ids) ORDER BY date
					""")
			.param("anna", this.anna)
			.param("segment", this.segment)
			.query(String.class)
			.list()).containsExactly("added 2033-03-26 12:00:00", "deleted 2033-04-01 00:00:00");
		assertThat(this.jdbc.sql("SELECT ends IS NULL FROM operations WHERE segment_id = ? AND user_ids = ARRAY[?]")
			.params(this.segment, this.boris)
			.query(Boolean.class)
			.list()).startsWith(true);
	}

	@Test
	void recordsManyUsersInBlocks() {
		usersFromTo(910_000, 910_199);
		Memberships.insert(this.jdbc, this.segment, 910_000, 910_199);
		Long[] all = this.jdbc.sql("SELECT n FROM generate_series(910000, 910199) AS n")
			.query(Long.class)
			.list()
			.toArray(Long[]::new);
		Memberships.end(this.jdbc, APRIL, this.segment, all);
		assertThat(this.jdbc.sql("SELECT user_count FROM end_changes WHERE segment_id = ? ORDER BY user_block")
			.param(this.segment)
			.query(Integer.class)
			.list()).hasSize(4).satisfies((sizes) -> assertThat(sizes).allMatch((size) -> size <= 64));
		assertThat(this.jdbc.sql("SELECT users FROM act_end_changes WHERE segment_id = ?")
			.param(this.segment)
			.query(Long.class)
			.list()).containsExactly(200L);
	}

}
