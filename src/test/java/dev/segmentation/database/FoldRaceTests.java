package dev.segmentation.database;

import java.sql.SQLException;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests races between folding changes, folding elsewhere, and new changes.
 */
@DatabaseTest
class FoldRaceTests extends RaceTestBase {

	FoldRaceTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@BeforeEach
	void countInWhatOthersLeft() {
		Sizes.fold(this.jdbc);
	}

	@Test
	void foldsEachChangeOnceWithTwoInstances() {
		Memberships.add(this.jdbc, user(), this.segment);
		assertThat(Sizes.fold(this.first.jdbc())).isOne();
		assertThat(Sizes.fold(this.second.jdbc())).isZero();
		assertThat(Sizes.of(this.second.jdbc(), this.segment)).isOne();
		this.second.commit();
		this.first.commit();
		assertThat(Sizes.of(this.jdbc, this.segment)).isOne();
		assertThat(Sizes.fold(this.jdbc)).isZero();
	}

	@Test
	void foldsAChangeAgainAfterARollback() {
		Memberships.add(this.jdbc, user(), this.segment);
		assertThat(Sizes.fold(this.first.jdbc())).isOne();
		this.first.rollback();
		assertThat(Sizes.fold(this.second.jdbc())).isOne();
		this.second.commit();
		assertThat(Sizes.of(this.jdbc, this.segment)).isOne();
	}

	@Test
	void skipsUncommittedChanges() {
		Memberships.add(this.first.jdbc(), user(), this.segment);
		assertThat(Sizes.fold(this.second.jdbc())).isZero();
		this.second.commit();
		assertThat(Sizes.of(this.jdbc, this.segment)).isZero();
		this.first.commit();
		assertThat(Sizes.of(this.jdbc, this.segment)).isOne();
	}

	@Test
	void blocksNoFurtherChanges() {
		Memberships.add(this.jdbc, user(), this.segment);
		assertThat(Sizes.fold(this.first.jdbc())).isOne();
		Memberships.add(this.second.jdbc(), user(), this.segment);
		this.second.commit();
		assertThat(Sizes.of(this.jdbc, this.segment)).isEqualTo(2);
		this.first.commit();
		assertThat(Sizes.of(this.jdbc, this.segment)).isEqualTo(2);
	}

	@Test
	void skipsASegmentThatIsBeingDeleted() {
		Memberships.add(this.jdbc, user(), this.segment, this.other);
		Memberships.deleteSegment(this.first.jdbc(), this.segment);
		assertThat(Sizes.fold(this.second.jdbc())).isOne();
		this.second.commit();
		assertThat(Sizes.waiting(this.jdbc, this.other)).isZero();
		assertThat(Sizes.waiting(this.jdbc, this.segment)).isOne();
		this.first.commit();
		assertThat(Sizes.fold(this.jdbc)).isEqualTo(2);
		assertThat(this.jdbc.sql("SELECT count(*) FROM segment_sizes WHERE segment_id = :id")
			.param("id", this.segment)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void respectsTheLimit() {
		Memberships.add(this.jdbc, user(), this.segment);
		Memberships.add(this.jdbc, user(), this.segment);
		assertThat(Sizes.fold(this.jdbc, 1)).isOne();
		assertThat(Sizes.of(this.jdbc, this.segment)).isEqualTo(2);
		assertThat(Sizes.fold(this.jdbc, 1)).isOne();
		assertThat(Sizes.fold(this.jdbc, 1)).isZero();
	}

}
