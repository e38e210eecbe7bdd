package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests races between changes of ends, and between them and other changes.
 */
@DatabaseTest
class EndRaceTests extends RaceTestBase {

	private static final Instant MAY = Instant.parse("2033-05-01T00:00:00Z");

	private static final Instant JUNE = Instant.parse("2033-06-01T00:00:00Z");

	EndRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@Test
	void theSecondChangeBeginsWithTheEndOfTheFirst() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		Memberships.end(this.first.jdbc(), MAY, this.segment, this.anna);
		afterTheFirst((client) -> Memberships.end(client, JUNE, this.segment, this.anna));
		assertThat(EndChange.of(this.jdbc, this.segment)).extracting(EndChange::before, EndChange::after)
			.containsExactly(tuple(null, MAY), tuple(MAY, JUNE));
	}

	@Test
	void theSameEndIsRecordedOnce() {
		Memberships.addUsers(this.jdbc, this.segment, this.anna);
		Memberships.end(this.first.jdbc(), MAY, this.segment, this.anna);
		assertThat(afterTheFirst((client) -> Memberships.end(client, MAY, this.segment, this.anna)).changed()).isOne();
		assertThat(EndChange.of(this.jdbc, this.segment)).hasSize(1);
	}

	@Test
	void anExtensionDuringTheExpiryRecordsNothing() {
		Memberships.insertUntil(this.jdbc, PAST, this.anna, this.segment);
		Memberships.expire(this.first.jdbc(), 10);
		assertThat(afterTheFirst((client) -> Memberships.end(client, MAY, this.segment, this.anna)).missing()).isOne();
		assertThat(EndChange.of(this.jdbc, this.segment)).isEmpty();
	}

	@Test
	void theExpiryJobSkipsAMembershipWhoseEndIsChanged() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		Memberships.end(this.first.jdbc(), JUNE, this.segment, this.anna);
		assertThat(Memberships.expire(this.second.jdbc(), 10)).isZero();
		this.second.commit();
		this.first.commit();
		assertThat(EndChange.of(this.jdbc, this.segment)).hasSize(1);
	}

	@Test
	void aRemovalAfterAChangeKeepsTheNewEnd() {
		Memberships.addUsersUntil(this.jdbc, MAY, this.segment, this.anna);
		Memberships.end(this.first.jdbc(), JUNE, this.segment, this.anna);
		afterTheFirst((client) -> Memberships.remove(client, this.anna, this.segment));
		assertThat(this.jdbc.sql(
				"SELECT ends = ARRAY[timestamptz '2033-06-01Z'] FROM operations WHERE segment_id = ? AND type = 'deleted'")
			.param(this.segment)
			.query(Boolean.class)
			.single()).isTrue();
	}

}
