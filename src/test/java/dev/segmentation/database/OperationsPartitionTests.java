package dev.segmentation.database;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.segmentation.database.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the functions that create the monthly partitions of the history.
 */
@DatabaseTest
class OperationsPartitionTests extends RaceTestBase {

	OperationsPartitionTests(TestDatabase database) throws SQLException {
		super(database);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2001-11-30T23:59:59Z | 2002-02-01T00:00:00Z | 4 | 2001_11 2001_12 2002_01 2002_02
			2003-12-31T23:59:59Z | 2004-01-01T00:00:00Z | 2 | 2003_12 2004_01
			2005-12-31T23:30:00-01:00 | 2006-01-31T23:59:59Z | 1 | 2006_01
			2008-02-29T00:00:00Z | 2008-02-29T23:59:59Z | 1 | 2008_02
			2009-05-31T00:00:00Z | 2009-04-01T00:00:00Z | 0 | ''
			""")
	void createsEveryMonthOfARangeOnce(String from, String to, long made, String names) {
		assertThat(makeMonths(this.jdbc, from, to)).isEqualTo(made);
		assertThat(makeMonths(this.jdbc, from, to)).isZero();
		for (String name : names.split(" ")) {
			assertThat(name.isEmpty() || isPartition("operations_" + name)).as(name).isTrue();
		}
	}

	@Test
	void storesOperationsBeforeAndAfterTheEndOfAYear() {
		makeMonths(this.jdbc, "2010-12-01T00:00:00Z", "2011-01-01T00:00:00Z");
		Memberships.insertUntil(this.jdbc, Instant.parse("2010-12-31T23:59:59.999999Z"), user(), this.segment);
		Memberships.insertUntil(this.jdbc, Instant.parse("2011-01-01T00:00:00Z"), user(), this.segment);
		assertThat(operations(this.segment)).extracting(Operation::table)
			.containsExactly("operations_2010_12", "operations_2011_01");
	}

	@Test
	void movesRowsFromTheDefaultPartition() {
		Memberships.insertUntil(this.jdbc, Instant.parse("2012-02-29T23:59:59.999999Z"), user(), this.segment);
		Memberships.insertUntil(this.jdbc, Instant.parse("2012-03-01T00:00:00Z"), user(), this.segment);
		List<Operation> before = operations(this.segment);
		assertThat(before).extracting(Operation::table).containsOnly("operations_default");
		assertThat(make(this.jdbc, "2012-02-10T00:00:00Z")).isTrue();
		assertThat(operations(this.segment)).extracting(Operation::table)
			.containsExactly("operations_2012_02", "operations_default");
		assertThat(operations(this.segment)).extracting(Operation::id)
			.containsExactlyElementsOf(before.stream().map(Operation::id).toList());
		assertThat(make(this.jdbc, "2012-03-10T00:00:00Z")).isTrue();
		assertThat(operations(this.segment)).extracting(Operation::table)
			.containsExactly("operations_2012_02", "operations_2012_03");
	}

	@ParameterizedTest
	@CsvSource({ "2013, false", "2014, true" })
	void keepsTheRowsOfANewMonthAndTheDefaultPartition(int year, boolean late) {
		Instant recorded = Instant.parse(year + "-06-15T12:00:00Z");
		if (late) {
			Memberships.insertUntil(this.jdbc, recorded, user(), this.segment);
		}
		make(this.jdbc, year + "-06-01T00:00:00Z");
		Memberships.insertUntil(this.jdbc, recorded, user(), this.segment);
		Memberships.insertUntil(this.jdbc, recorded.plusSeconds(86_400L * 60), user(), this.segment);
		for (String table : List.of("operations_" + year + "_06", "operations_default")) {
			assertRefused(Refusals.APPEND_ONLY, () -> this.jdbc.sql("UPDATE " + table + " SET id = id").update());
			assertRefused(Refusals.APPEND_ONLY, () -> this.jdbc.sql("DELETE FROM " + table).update());
			assertRefused(Refusals.APPEND_ONLY, () -> this.jdbc.sql("TRUNCATE " + table).update());
			assertThat(indexes(table)).containsExactly("(act_id, user_block)", "(date, id) INCLUDE (user_count)",
					"(segment_id, user_block, date, id)", "(user_block, date, id)");
		}
	}

	@Test
	void isCreatedOnceByTwoInstances() {
		assertThat(make(this.first.jdbc(), "2015-01-01T00:00:00Z")).isTrue();
		Boolean again = afterTheFirst((client) -> make(client, "2015-01-31T00:00:00Z"));
		assertThat(again).isFalse();
		assertThat(isPartition("operations_2015_01")).isTrue();
	}

	@Test
	void isCreatedByTheSecondInstanceWhenTheFirstRollsBack() {
		assertThat(make(this.first.jdbc(), "2016-01-01T00:00:00Z")).isTrue();
		CompletableFuture<Boolean> again = this.second.startBlocked((client) -> make(client, "2016-01-31T00:00:00Z"));
		this.first.rollback();
		assertThat(again.join()).isTrue();
		this.second.commit();
		assertThat(isPartition("operations_2016_01")).isTrue();
	}

	@Test
	void containsOperationsRecordedDuringItsCreation() {
		Memberships.insertUntil(this.first.jdbc(), Instant.parse("2017-08-01T00:00:00Z"), this.anna, this.segment);
		Boolean made = afterTheFirst((client) -> make(client, "2017-08-01T00:00:00Z"));
		assertThat(made).isTrue();
		assertThat(operations(this.segment)).extracting(Operation::table).containsExactly("operations_2017_08");
	}

	@Test
	void blocksNewOperationsDuringItsCreation() {
		assertThat(make(this.first.jdbc(), "2018-08-01T00:00:00Z")).isTrue();
		Integer added = afterTheFirst((client) -> Memberships.insertUntil(client, Instant.parse("2018-08-01T00:00:00Z"),
				this.anna, this.segment));
		assertThat(added).isOne();
		assertThat(operations(this.segment)).extracting(Operation::table).containsExactly("operations_2018_08");
	}

	/** For example a slow download. Nobody may wait for it. */
	@Test
	@Timeout(60)
	void isCreatedLaterWhenAReaderIsOpen() {
		this.first.jdbc().sql("SELECT count(*) FROM operations").query(Long.class).single();
		CompletableFuture<Boolean> made = CompletableFuture.supplyAsync(() -> tryMake(this.second.jdbc()));
		for (int writes = 0; writes < 20 || !made.isDone(); writes++) {
			Memberships.insertUntil(this.jdbc, Instant.parse("2020-08-01T00:00:00Z"), user(), this.segment);
		}
		assertThat(made.join()).isFalse();
		this.second.commit();
		this.first.commit();
		assertThat(tryMake(this.jdbc)).isTrue();
		assertThat(operations(this.segment)).extracting(Operation::table).containsOnly("operations_2020_08");
	}

	private static boolean tryMake(JdbcClient client) {
		return client.sql("SELECT try_make_operations_partitions('2020-07-15Z', '2020-08-15Z')")
			.query(Boolean.class)
			.single();
	}

	/** As docs/scaling.md says. */
	@Test
	void canBeRestoredFromACopy() {
		make(this.jdbc, "2019-08-01T00:00:00Z");
		Memberships.insertUntil(this.jdbc, Instant.parse("2019-08-01T00:00:00Z"), user(), this.segment);
		List<Operation> before = operations(this.segment);
		this.jdbc.sql("ALTER TABLE operations DETACH PARTITION operations_2019_08").update();
		this.jdbc.sql("CREATE TABLE kept AS SELECT * FROM operations_2019_08").update();
		this.jdbc.sql("DROP TABLE operations_2019_08").update();
		assertThat(operations(this.segment)).isEmpty();
		assertThat(make(this.jdbc, "2019-08-15T00:00:00Z")).isTrue();
		this.jdbc.sql("INSERT INTO operations SELECT * FROM kept").update();
		assertThat(operations(this.segment)).isEqualTo(before);
		assertRefused(Refusals.APPEND_ONLY, () -> this.jdbc.sql("TRUNCATE operations_2019_08").update());
	}

	private static boolean make(JdbcClient client, String date) {
		return client.sql("SELECT make_operations_partition(CAST(:date AS timestamptz))")
			.param("date", date)
			.query(Boolean.class)
			.single();
	}

	private static long makeMonths(JdbcClient client, String from, String to) {
		return client.sql("SELECT make_operations_partitions(CAST(:from AS timestamptz), CAST(:to AS timestamptz))")
			.param("from", from)
			.param("to", to)
			.query(Long.class)
			.single();
	}

	private boolean isPartition(String name) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM pg_inherits
				               WHERE inhparent = 'operations'::regclass AND inhrelid = to_regclass(:name))
				""").param("name", name).query(Boolean.class).single();
	}

	private List<String> indexes(String table) {
		return this.jdbc.sql("""
				SELECT substring(indexdef FROM 'USING btree (.*)') FROM pg_indexes WHERE tablename = :table ORDER BY 1
				""").param("table", table).query(String.class).list();
	}

}
