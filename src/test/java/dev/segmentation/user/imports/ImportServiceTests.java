package dev.segmentation.user.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.segmentation.shared.refusal.ConflictException;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.task.Task;
import dev.segmentation.task.TaskService;
import dev.segmentation.task.TaskState;
import dev.segmentation.user.imports.ImportLine.Verdict;
import dev.segmentation.user.imports.InvalidImportFileException.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@HttpTest
class ImportServiceTests {

	@Autowired
	ImportService imports;

	@Autowired
	ImportTasks importTasks;

	@Autowired
	ImportRepository repository;

	@Autowired
	RowRules rules;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	ImportLineRepository lines;

	@Autowired
	TaskService tasks;

	@Autowired
	TestDatabase database;

	private JdbcClient jdbc;

	@BeforeEach
	void start() {
		this.jdbc = this.database.jdbc();
		this.jdbc.sql("DELETE FROM users").update();
		this.jdbc.sql("DELETE FROM import_rows").update();
		sql("INSERT INTO users (external_id, login, email) VALUES ('1', 'Anna', 'anna@x'), ('2', 'bo', 'bo@x'), "
				+ "(NULL, 'cy', 'cy@x')");
	}

	@Test
	void aDryRunCountsAndChangesNothing() throws IOException {
		List<String> before = users();
		UserImport checked = upload("""
				external_id,login,email
				1,Anna,anna@x
				,cy,cy@x
				2,bo,new@x
				3,cy,cy@x
				,ANNA,anna@x
				9,new,new9@x
				,new2,
				9,new3,new3@x
				,NEW,new4@x
				,x4,NEW9@X
				""");
		assertThat(users()).isEqualTo(before);
		assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
		assertThat(checked.dryRun()).isEqualTo(new UserImport.DryRun(10, 1, 2, 1, 1, 5));
		assertThat(checked.dryRun().effective()).isEqualTo(2);
		assertThat(verdicts(checked)).containsExactly("2 KNOWN", "3 KNOWN", "4 CHANGED", "5 DOUBLED 3", "6 DOUBLED 2",
				"7 NEW", "8 MALFORMED EMAIL_BLANK", "9 DOUBLED 7", "10 DOUBLED 7", "11 DOUBLED 7");
	}

	@Test
	void matchesByExternalIdThenLoginThenEmail() throws IOException {
		UserImport checked = upload("external_id,login,email\n1,renamed,new@x\n,BO,BO@x\n3,other,cy@x\n");
		assertThat(this.imports.examples(checked.id())).extracting(ImportLine::verdict).containsOnly(Verdict.CHANGED);
		assertThat(this.imports.examples(checked.id()))
			.extracting((line) -> (line.current() != null) ? line.current().login() : "")
			.containsExactly("Anna", "bo", "cy");
		confirm(checked);
		assertThat(users()).containsExactly("1 renamed new@x", "2 BO BO@x", "3 other cy@x");
	}

	@Test
	void rejectsLinesWithValuesOfSeveralUsers() throws IOException {
		List<String> before = users();
		UserImport checked = upload("""
				external_id,login,email
				1,bo,anna@x
				,cy,bo@x
				8,Anna,anna@x
				""");
		assertThat(verdicts(checked)).containsExactly("2 MALFORMED LOGIN_TAKEN", "3 MALFORMED EMAIL_TAKEN",
				"4 MALFORMED EXTERNAL_ID_DIFFERS");
		UserImport done = confirm(checked);
		assertThat(users()).isEqualTo(before);
		assertThat(done.rejected()).isEqualTo(3);
	}

	@Test
	void importsAFileAndChangesNothingTheSecondTime() throws IOException {
		String file = "external_id,login,email\n5,new,new@x\n2,bo,bo2@x\n7,cy,cy@x\n1,anna,anna@x\n";
		UserImport done = confirm(upload(file));
		List<String> after = users();
		assertThat(after).containsExactly("1 anna anna@x", "2 bo bo2@x", "5 new new@x", "7 cy cy@x");
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.result()).isEqualTo(new UserImport.Result(1, 3, 0, 0));
		assertThat(done.finishedAt()).isNotNull();
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.importTasks.start(done, Accounts.EDITOR));
		assertThat(confirm(upload(file)).result()).isEqualTo(new UserImport.Result(0, 0, 4, 0));
		assertThat(users()).isEqualTo(after);
	}

	@Test
	void keepsAnExternalIdThatTheFileLeavesOut() throws IOException {
		confirm(upload("login,email\nAnna,anna2@x"));
		assertThat(users()).contains("1 Anna anna2@x");
	}

	@Test
	void rejectsLinesWhoseUserChangedAfterTheDryRun() throws IOException {
		UserImport checked = upload("""
				external_id,login,email
				5,signs-up,in-file@x
				6,as-in-file,as-in-file@x
				2,bo,by-file@x
				1,Anna,anna2@x
				,cy,cy2@x
				,late,late@x
				""");
		sql("INSERT INTO users (external_id, login, email) VALUES (NULL, 'Signs-Up', 'own@x'), "
				+ "('6', 'as-in-file', 'as-in-file@x'), (NULL, 'taker', 'cy2@x')");
		sql("UPDATE users SET email = 'by-hand@x' WHERE login = 'bo'");
		sql("DELETE FROM users WHERE login = 'Anna'");
		UserImport done = confirm(checked);
		assertThat(done.result()).isEqualTo(new UserImport.Result(1, 0, 1, 4));
		assertThat(this.imports.rejected(done.id(), 10)).extracting(ImportLine::line).containsExactly(2L, 4L, 5L, 6L);
		assertThat(this.imports.rejected(done.id(), 10)).extracting(ImportLine::reason).containsOnly(ImportReason.LATE);
		assertThat(users()).contains("null Signs-Up own@x", "2 bo by-hand@x", "null cy cy@x", "null late late@x")
			.noneMatch((user) -> user.contains("Anna"));
	}

	@Test
	void neitherOverwritesNorDoublesAUserThatSignsUpDuringABatch() throws Exception {
		UserImport checked = upload("login,email\nracer,racer@x\nslow,slow@x\n");
		try (var signUp = this.database.connect(); var statement = signUp.createStatement()) {
			signUp.setAutoCommit(false);
			statement.execute("INSERT INTO users (login, email) VALUES ('RACER', 'own@x')");
			Task running = this.importTasks.start(checked, Accounts.EDITOR);
			await().until(
					() -> this.jdbc
						.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
								+ "AND datname = current_database())")
						.query(Boolean.class)
						.single());
			assertThat(running.isRunning()).isTrue();
			signUp.commit();
			awaitEnd(running);
		}
		assertThat(this.imports.get(checked.id()).result()).isEqualTo(new UserImport.Result(1, 0, 0, 1));
		assertThat(users()).contains("null RACER own@x", "null slow slow@x").doesNotContain("null racer racer@x");
	}

	@Test
	void continuesAnInterruptedImport() throws IOException {
		UserImport checked = upload("login,email\n" + lines(1, 25));
		this.repository.start(checked.id());
		assertThat(this.repository.applyBatch(checked.id(), 10)).contains(10L);
		assertThat(this.imports.get(checked.id()).state()).isEqualTo(ImportState.STARTED);
		UserImport done = confirm(checked);
		assertThat(done.result()).isEqualTo(new UserImport.Result(25, 0, 0, 0));
		assertThat(users()).hasSize(28);
	}

	@Test
	void aDiscardedImportCannotBeConfirmedNorAConfirmedDiscarded() throws IOException {
		UserImport discarded = upload("login,email\nab,a@x");
		this.imports.discard(discarded.id());
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.importTasks.start(discarded, Accounts.EDITOR));
		assertThat(users()).hasSize(3);
		UserImport confirmed = confirm(upload("login,email\nab,a@x"));
		assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> this.imports.discard(confirmed.id()));
	}

	@Test
	void storesAFileAsAWholeOrNotAtAll() {
		long before = countLines();
		assertThatExceptionOfType(InvalidImportFileException.class)
			.isThrownBy(() -> upload("login,email\n" + lines(1, 5000) + "\"x"))
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(Problem.QUOTES));
		assertThatExceptionOfType(InvalidImportFileException.class).isThrownBy(() -> upload("login,email\n"))
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(Problem.NO_ROWS));
		assertThat(countLines()).isEqualTo(before);
	}

	@Test
	void refusesMoreLinesThanTheLimit() {
		ImportService small = new ImportService(this.repository, this.lines, this.rules,
				new ImportProperties(DataSize.ofMegabytes(1), 3, 10, Duration.ofDays(14)));
		long id = this.transaction.execute((status) -> upload(small, "login,email\n" + lines(1, 3)));
		assertThat(this.imports.get(id).dryRun().rows()).isEqualTo(3);
		assertThatExceptionOfType(InvalidImportFileException.class)
			.isThrownBy(() -> this.transaction.execute((status) -> upload(small, "login,email\n" + lines(1, 4))))
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(Problem.TOO_MANY_ROWS));
	}

	private long upload(ImportService uploads, String file) {
		try {
			return uploads.upload("users.csv", stream(file), Accounts.EDITOR);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static ByteArrayInputStream stream(String file) {
		return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void keepsSpecialCharacters() throws IOException {
		String login = "tab\\t \u0416\uD83D\uDE00 \"q\" back\\slash \\N";
		UserImport checked = upload(
				"login,email\n\"%s\",a@x\n\"a\tb\nc\",\\.\n".formatted(login.replace("\"", "\"\"")));
		assertThat(this.imports.examples(checked.id())).extracting(ImportLine::login).containsExactly(login, "a\tb\nc");
		assertThat(this.imports.examples(checked.id())).extracting(ImportLine::email).containsExactly("a@x", "\\.");
	}

	@Test
	void deletesTheLinesOfOldImports() throws IOException {
		UserImport old = confirm(upload("login,email\nold,old@x\nbad,"));
		UserImport unwanted = upload("login,email\nab,a@x");
		this.imports.discard(unwanted.id());
		UserImport waiting = upload("login,email\nbc,b@x");
		sql("UPDATE imports SET uploaded_at = now() - interval '15 days' WHERE id = " + old.id());
		purge();
		assertThat(this.imports.get(old.id()).purged()).isTrue();
		assertThat(this.imports.get(old.id()).state()).isEqualTo(ImportState.DONE);
		assertThat(this.imports.get(old.id()).rejected()).isOne();
		assertThat(this.imports.rejected(old.id(), 10)).isEmpty();
		assertThat(this.imports.get(unwanted.id()).purged()).isTrue();
		assertThat(this.imports.get(waiting.id()).purged()).isFalse();
		assertThat(this.imports.examples(waiting.id())).hasSize(1);
	}

	@Test
	void keepsOnlyTheRejectedLinesAfterAnImport() throws IOException {
		UserImport done = confirm(upload("login,email\n" + lines(1, 20) + "bad,"));
		long before = countLines();
		purge();
		assertThat(countLines()).isEqualTo(before - 20);
		assertThat(this.imports.rejected(done.id(), 10)).extracting(ImportLine::login).containsExactly("bad");
		assertThat(this.imports.get(done.id()).purged()).isFalse();
	}

	private void purge() {
		new PurgeImports(this.repository, this.lines,
				new ImportProperties(DataSize.ofMegabytes(1), 10, 10, Duration.ofDays(14)), Clock.systemUTC())
			.purge();
	}

	@Test
	void importsAHundredThousandLines() throws IOException {
		UserImport checked = upload("login,email\n" + lines(1, 100_000) + ",\nbad,bad\n" + lines(1, 10));
		assertThat(checked.dryRun()).isEqualTo(new UserImport.DryRun(100_011, 100_000, 0, 0, 1, 10));
		UserImport done = confirm(checked);
		assertThat(done.result()).isEqualTo(new UserImport.Result(100_000, 0, 0, 0));
		List<Long> rejected = new ArrayList<>();
		this.imports.forEachRejected(done.id(), (line) -> rejected.add(line.line()));
		assertThat(rejected).hasSize(11).isSorted();
		assertThat(users()).hasSize(100_003);
		assertThat(this.jdbc.sql("SELECT current_user_count()").query(Long.class).single()).isEqualTo(100_003);
	}

	private UserImport upload(String file) throws IOException {
		UserImport uploaded = this.imports.get(this.imports.upload("users.csv", stream(file), Accounts.EDITOR));
		return ended(this.importTasks.check(uploaded, Accounts.EDITOR));
	}

	private UserImport confirm(UserImport checked) {
		return ended(this.importTasks.start(checked, Accounts.EDITOR));
	}

	private UserImport ended(Task task) {
		Task ended = awaitEnd(task);
		assertThat(ended.state()).isEqualTo(TaskState.DONE);
		String url = (ended.result() != null) ? ended.result().url() : "";
		return this.imports.get(Long.parseLong(url.replaceFirst(".*/", "")));
	}

	private Task awaitEnd(Task task) {
		await().atMost(Duration.ofSeconds(60)).until(() -> !this.tasks.get(task.id()).isRunning());
		return this.tasks.get(task.id());
	}

	private List<String> verdicts(UserImport checked) {
		return this.jdbc.sql("""
				SELECT concat_ws(' ', line, verdict, nullif(reason, 'DOUBLED'), reason_arg) FROM import_rows
				WHERE import_id = :id ORDER BY line
				""").param("id", checked.id()).query(String.class).list();
	}

	private List<String> users() {
		return this.jdbc
			.sql("SELECT format('%s %s %s', coalesce(external_id, 'null'), login, email) FROM users "
					+ "ORDER BY external_id, login")
			.query(String.class)
			.list();
	}

	private static String lines(int first, int last) {
		return IntStream.rangeClosed(first, last)
			.mapToObj((n) -> "user-%d,user-%d@example.com\n".formatted(n, n))
			.collect(Collectors.joining());
	}

	private long countLines() {
		return this.jdbc.sql("SELECT count(*) FROM import_rows").query(Long.class).single();
	}

	private void sql(String sql) {
		this.jdbc.sql(sql).update();
	}

}
