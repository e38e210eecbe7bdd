package dev.segmentation.command;

import java.util.List;

import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check and the import of a database of the reference service.
 */
class ImportFromCommandTests {

	private final TestDatabase target = TestDatabases.create();

	@Test
	void listsWhatCannotStayAndChangesNothing() {
		CommandRun check = ReferenceDatabase.of("reference.sql").carryOverTo(this.target);
		assertThat(check.err()).isEmpty();
		assertThat(check.exitCode()).isZero();
		assertThat(check.out().replaceAll("time .* is in", "time ... is in")).isEqualTo("""
				Read users: 3 rows
				Read segments: 3 rows
				Read relations: 6 rows
				Read operations: 15 rows
				Checking names
				Checking all rows
				Comparing the history with the memberships
				leave out  The membership of user 1 in segment 77: the segment does not exist.
				leave out  The membership of user 99 in segment 7: the user does not exist.
				leave out  The operation 900: the time ... is in the future.
				leave out  The operation 901: the user is missing.
				leave out  The operation 902: the segment is missing.
				leave out  The operation 903: the time ... is in the future.
				keep       User 2: the e-mail "olga@intranet" would be refused at a sign-up.
				keep       User 3: the password is not a hash of the reference service, and cannot be used.
				keep       Segment 11: the share of users 1.50 is impossible. It becomes 1.
				To carry over: 3 users, 3 segments, 4 memberships and 11 operations of the history. \
				The history gets 4 missing operations, and 3 that make it agree with the memberships.
				This was a check: nothing was changed. Repeat the command with --apply to carry everything over.
				""");
		assertThat(count("users")).isZero();
	}

	@Test
	void carriesEverythingOverAndMakesTheHistoryAgree() {
		CommandRun applied = ReferenceDatabase.of("reference.sql").carryOverTo(this.target, "--apply");
		assertThat(applied.err()).isEmpty();
		assertThat(applied.out()).endsWith("Everything was carried over. History and memberships agree.\n");
		assertThat(this.target.historyMismatches()).isEmpty();
		assertThat(this.target.sizeMismatches()).isEmpty();
		assertThat(lines(3, "AVITO-INTERNS")).containsExactly("added 23:59:59.999999 -",
				"deleted 23:59:59.999999 carried over: the old history lacks this change", "added 00:00:00.000000 -",
				"deleted 00:00:00.000000 carried over: the old history lacks this change", "added 00:00:00.000000 -");
		assertThat(lines(2, "AVITO-INTERNS")).containsExactly(
				"added 23:59:59.999998 carried over: the old history lacks this change", "deleted 23:59:59.999999 -");
		assertThat(lines(50, "VOICE-MESSAGE")).hasSize(2)
			.last()
			.asString()
			.startsWith("deleted ")
			.endsWith(" carried over: the old history contradicts the memberships");
		assertThat(this.target.jdbc()
			.sql("SELECT count(DISTINCT act_id) FROM operations WHERE segment_name = 'VOICE-MESSAGE' AND date > '2024-01-01Z'")
			.query(Long.class)
			.single()).isOne();
	}

	private List<String> lines(long user, String segment) {
		return this.target.jdbc()
			.sql("""
					SELECT format('%s %s %s', o.type, to_char(o.date AT TIME ZONE 'UTC', 'HH24:MI:SS.US'), coalesce(a.note, '-'))
					FROM operations AS o JOIN acts AS a ON a.id = o.act_id AND a.kind = 'api' AND a.at = o.date
					WHERE :user = ANY (o.user_ids) AND o.segment_name = :segment ORDER BY o.date, o.id
					""")
			.param("user", user)
			.param("segment", segment)
			.query(String.class)
			.list();
	}

	@Test
	void continuesAllIds() {
		ReferenceDatabase.of("reference.sql").carryOverTo(this.target, "--apply");
		assertThat(Sql.addUser(this.target.jdbc())).as("after the deleted user 50").isEqualTo(51);
		long segment = Sql.addSegment(this.target.jdbc());
		assertThat(segment).as("after the deleted segment GONE").isEqualTo(13);
		Sql.addMemberships(this.target.jdbc(), 51, segment);
		assertThat(this.target.jdbc()
			.sql("SELECT id FROM operations WHERE segment_id = :id")
			.param("id", segment)
			.query(Long.class)
			.single()).isGreaterThan(11);
		assertThat(this.target.historyMismatches()).isEmpty();
		assertThat(this.target.sizeMismatches()).isEmpty();
	}

	@Test
	void readsTimesInAZone() {
		ReferenceDatabase.of("reference.sql").carryOverTo(this.target, "--apply", "--zone=Europe/Moscow");
		assertThat(this.target.jdbc()
			.sql("SELECT to_char(registered_at AT TIME ZONE 'UTC', 'HH24:MI') FROM users WHERE id = 1")
			.query(String.class)
			.single()).isEqualTo("07:24");
		assertThat(this.target.historyMismatches()).isEmpty();
	}

	@Test
	void stopsAtNamesThatCannotStay() {
		ReferenceDatabase source = ReferenceDatabase.of("reference.sql", "reference-names.sql");
		CommandRun refused = source.carryOverTo(this.target, "--apply");
		assertThat(refused.exitCode()).isOne();
		assertThat(refused.err()).isEqualTo("""
				Nothing was changed, because 11 names cannot stay: change them in the old database, or repeat the \
				command with --rename to use the new names above.""");
		assertThat(refused.out().lines().filter((line) -> line.startsWith("rename"))).containsExactly(
				"rename     User 21: the e-mail \"ANN@example.com\" differs from that of user 20 only in case. The new e-mail is \"ANN@example.com-21\".",
				"rename     User 22: the e-mail \"%s@example.com\" has 82 characters, more than 64. The new e-mail is \"%s-22\"."
					.formatted("e".repeat(70), "e".repeat(61)),
				"rename     User 24: the e-mail NULL is empty. The new e-mail is \"user-24\".",
				"rename     User 21: the login \"ann\" differs from that of user 20 only in case. The new login is \"ann-21\".",
				"rename     User 22: the login \"%s\" has 80 characters, more than 64. The new login is \"%s--22\"."
					.formatted("l".repeat(80), "l".repeat(60)),
				"rename     User 24: the login \"x\" has fewer than 2 characters. The new login is \"x-24\".",
				"rename     User 25: the login \"Admin\" belongs to an account of this program. The new login is \"Admin-25\".",
				"rename     User 26: the login \"es\\u001bcape\" has control characters. The new login is \"escape-26\".",
				"rename     Segment 30: the name \"%s\" has 65 characters, more than 64. The new name is \"%s-30\"."
					.formatted("😀".repeat(65), "😀".repeat(61)),
				"rename     Segment 31: the name \" \" has fewer than 2 characters. The new name is \"segment-31\".",
				"rename     Segment 32: the name \"X\" has fewer than 2 characters. The new name is \"X-32\".");
		assertThat(count("users")).isZero();
	}

	@Test
	void renamesOnRequestAndKeepsOldNamesInTheHistory() {
		CommandRun applied = ReferenceDatabase.of("reference.sql", "reference-names.sql")
			.carryOverTo(this.target, "--apply", "--rename");
		assertThat(applied.err()).isEmpty();
		assertThat(this.target.jdbc()
			.sql("SELECT login || ' ' || email FROM users WHERE id IN (20, 21, 24) ORDER BY id")
			.query(String.class)
			.list()).containsExactly("Ann ann@example.com", "ann-21 ANN@example.com-21", "x-24 user-24");
		assertThat(this.target.jdbc()
			.sql("SELECT name FROM segment_names WHERE segment_id = 30")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("😀".repeat(65), "😀".repeat(61) + "-30");
		assertThat(this.target.historyMismatches()).isEmpty();
		assertThat(this.target.sizeMismatches()).isEmpty();
	}

	@Test
	void refusesADatabaseInUse() {
		Sql.addUser(this.target.jdbc());
		Sql.addSegment(this.target.jdbc());
		CommandRun refused = ReferenceDatabase.of("reference.sql").carryOverTo(this.target);
		assertThat(refused).isEqualTo(new CommandRun(1, "",
				"The database of this program is in use already (users, segments): carry over into a new one."));
	}

	@Test
	void refusesADatabaseWithoutAnAdministrator() {
		this.target.jdbc().sql("DELETE FROM accounts WHERE role = 'ADMIN'").update();
		CommandRun refused = ReferenceDatabase.of("reference.sql").carryOverTo(this.target);
		assertThat(refused.err())
			.isEqualTo("The database of this program has no administrator: start the program once, then stop it.");
	}

	@Test
	void refusesADatabaseThatWasNeverStarted() {
		CommandRun refused = ReferenceDatabase.of("reference.sql").carryOverTo(TestDatabases.createEmpty());
		assertThat(refused).isEqualTo(new CommandRun(1, "",
				"The database of this program is not up to date: start the program once, then stop it."));
	}

	@Test
	void refusesASourceThatIsNoReferenceService() {
		CommandRun refused = new ReferenceDatabase(this.target).carryOverTo(this.target);
		assertThat(refused.exitCode()).isOne();
		assertThat(refused.err())
			.startsWith(
					"The database %s cannot be read as that of the reference service (".formatted(this.target.url()))
			.contains("column \"password\" does not exist");
	}

	@Test
	void takesNoPasswordOnTheCommandLine() {
		CommandRun refused = CommandRun.of("import-from", "jdbc:postgresql://localhost/old?user=u&password=secret");
		assertThat(refused.exitCode()).isEqualTo(2);
		assertThat(refused.err())
			.startsWith("URL must not contain a password, because other users see it: set DB_PASSWORD.");
	}

	@Test
	void explainsAnUnknownZone() {
		CommandRun refused = CommandRun.of("import-from", "jdbc:postgresql://localhost/old", "--zone=Mars");
		assertThat(refused.exitCode()).isEqualTo(2);
		assertThat(refused.err())
			.startsWith("--zone must be the name of a time zone, such as Europe/Berlin, not Mars.");
	}

	private long count(String table) {
		return this.target.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

}
