package dev.segmentation.membership.list;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import dev.segmentation.history.undo.UndoRequest;
import dev.segmentation.history.undo.UndoService;
import dev.segmentation.membership.ActResult;
import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.member.MemberFilter;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.membership.member.MemberService;
import dev.segmentation.shared.LongText;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.user.UserField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@HttpTest
@HistoryAgrees
class ListFileTests {

	@Autowired
	MemberListService lists;

	@Autowired
	MembershipService memberships;

	@Autowired
	MemberService members;

	@Autowired
	UndoService undos;

	@Autowired
	TestDatabase database;

	private long segment;

	private long anna;

	private long boris;

	@BeforeEach
	void addTwoUsersAndASegment() {
		this.segment = Sql.addSegment(jdbc());
		this.anna = Sql.addUser(jdbc(), "anna-" + this.segment);
		this.boris = Sql.addUser(jdbc(), "boris-" + this.segment);
	}

	@Test
	void replacesTheMembersInOneActThatCanBeUndone() {
		long clara = Sql.addUser(jdbc());
		this.memberships.addUsers(this.segment, List.of(this.boris, clara), new Ttl.For(Duration.ofDays(5)),
				Accounts.ADMIN);
		MemberList list = read("login\nanna-%1$d\nboris-%1$d\nwho".formatted(this.segment), ListChange.REPLACE,
				PresentEnds.LEAVE);
		assertThat(list.counts()).isEqualTo(new MemberList.Counts(0, 0, 1, 2));
		assertThat(list.isLosingMost()).isFalse();
		assertThat(this.lists.leaving(list)).extracting(Leaver::userId).containsExactly(clara);
		long since = Sql.addUser(jdbc());
		this.memberships.addUsers(this.segment, List.of(since), null, Accounts.ADMIN);
		ActResult<MemberList.Result> act = this.lists.confirm(list.id(), Accounts.EDITOR);
		assertThat(act.value()).isEqualTo(new MemberList.Result(1, 0, 0, 0, 0, 1));
		assertThat(Sql.members(jdbc(), this.segment)).containsExactly(this.anna, this.boris, since);
		assertThat(outcomes(this.lists.get(list.id(), Accounts.EDITOR))).containsExactly("new.done", "member.done",
				"unknown.done");
		this.undos.undo(requireNonNull(act.actId()), new UndoRequest(false, null, "", ""), Accounts.EDITOR);
		assertThat(Sql.members(jdbc(), this.segment)).containsExactly(this.boris, clara, since);
		assertThat(ends(clara)).isNotNull();
	}

	@Test
	void asksForTheNameWhenMostMembersLeave() {
		this.memberships.addUsers(this.segment, List.of(this.boris), null, Accounts.ADMIN);
		MemberList list = read("login\nanna-" + this.segment, ListChange.REPLACE, PresentEnds.LEAVE);
		assertThat(list.isLosingMost()).isTrue();
	}

	@Test
	void setsTheEndOfEachLine() {
		this.memberships.addUsers(this.segment, List.of(this.boris), null, Accounts.ADMIN);
		MemberList list = read("""
				name;e-mail;until;ttl
				A;anna-%1$d@example.com;2031-05-01 12:30;
				B;boris-%1$d@example.com;;3 days
				C;clara@example.com;2020-01-01;
				D;dora@example.com;soon;
				E;;2031-05-01;
				""".formatted(this.segment), ListChange.ADD, PresentEnds.SET);
		assertThat(list.layout().field()).isEqualTo(UserField.EMAIL);
		assertThat(list.counts()).isEqualTo(new MemberList.Counts(3, 1, 0, 0));
		assertThat(this.lists.confirm(list.id(), Accounts.EDITOR).value())
			.isEqualTo(new MemberList.Result(1, 0, 0, 0, 1, 0));
		assertThat(ends(this.anna)).isEqualTo(Instant.parse("2031-05-01T10:30:00Z"));
		assertThat(ends(this.boris)).isBetween(Instant.now().plus(Duration.ofDays(2)),
				Instant.now().plus(Duration.ofDays(4)));
		assertThat(rows(this.lists.get(list.id(), Accounts.EDITOR), true))
			.extracting(ListedRow::line, ListedRow::problem)
			.containsExactly(tuple(4L, EntryProblem.END_PASSED), tuple(5L, EntryProblem.END_INVALID),
					tuple(6L, EntryProblem.EMPTY));
	}

	@Test
	void changesNothingByItsOwnExport() {
		jdbc().sql("UPDATE users SET external_id = :id WHERE id = :user")
			.param("id", String.valueOf(this.anna))
			.param("user", this.boris)
			.update();
		this.memberships.addUsers(this.segment, List.of(this.anna), new Ttl.For(Duration.ofMillis(99_999_999)),
				Accounts.ADMIN);
		this.memberships.addUsers(this.segment, List.of(this.boris), null, Accounts.ADMIN);
		ByteArrayOutputStream export = new ByteArrayOutputStream();
		this.members.readFile(this.segment, new MemberSelection.Matching(MemberFilter.ALL),
				(csv) -> csv.transferTo(export));
		for (ListChange change : List.of(ListChange.ADD, ListChange.END, ListChange.REPLACE)) {
			MemberList list = read(export.toString(StandardCharsets.UTF_8), change, PresentEnds.SET);
			assertThat(list.members()).isEqualTo(2);
			assertThat(list.isEffective()).isFalse();
			assertThat(this.lists.confirm(list.id(), Accounts.EDITOR))
				.isEqualTo(new ActResult<>(new MemberList.Result(0, 0, 0, 0, 0, 0), null));
		}
	}

	@Test
	void readsAnotherColumnAfterAChoice() {
		MemberList list = read("code,login\n7,anna-%1$d\n8,boris-%1$d".formatted(this.segment), ListChange.ADD,
				PresentEnds.LEAVE);
		assertThat(list.newUsers()).isEqualTo(2);
		MemberList other = checked(this.lists.readAgain(list, 1, UserField.EXTERNAL_ID));
		assertThat(other.newUsers()).isZero();
		assertThat(other.unknown().entries()).containsExactly("7", "8");
		assertThat(checked(this.lists.readAgain(other, 2, null)).newUsers()).isEqualTo(2);
	}

	@Test
	void recognizesColumnsByTheirLooks() {
		MemberList list = read(
				"Имя,Контакт\nАнна,anna-%1$d@example.com\nБорис,boris-%1$d@example.com".formatted(this.segment),
				ListChange.ADD, PresentEnds.LEAVE);
		assertThat(list.layout().column()).isEqualTo(2);
		assertThat(list.newUsers()).isEqualTo(2);
		assertThat(read("#%d\n#%d".formatted(this.anna, this.boris), ListChange.ADD, PresentEnds.LEAVE).newUsers())
			.isEqualTo(2);
	}

	@Test
	void readsPastedTablesOnly() {
		assertThat(ListFile.pasted(LongText.of("login\tuntil\nanna\t2031-05-01"), now())).isPresent();
		assertThat(ListFile.pasted(LongText.of("anna, boris"), now())).isEmpty();
		assertThat(ListFile.pasted(LongText.of(""), now())).isEmpty();
	}

	@Test
	void refusesFilesThatCannotBeRead() {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> read("", ListChange.ADD, PresentEnds.LEAVE));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> read("login,email\n\"anna\"x,\n", ListChange.ADD, PresentEnds.LEAVE));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> read("login\n", ListChange.ADD, PresentEnds.LEAVE));
	}

	private MemberList read(String csv, ListChange change, PresentEnds present) {
		try (InputStream content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))) {
			ListFile file = new ListFile("users.csv", content, now());
			return this.lists.get(this.lists.read(this.segment, new MemberListRequest(file, change, present, null, ""),
					Accounts.EDITOR), Accounts.EDITOR);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ZonedDateTime now() {
		return Instant.now().atZone(ZoneId.of("Europe/Berlin"));
	}

	private MemberList checked(long id) {
		this.lists.check(id);
		return this.lists.get(id, Accounts.EDITOR);
	}

	private List<String> outcomes(MemberList list) {
		return rows(list, false).stream().map(ListedRow::outcome).toList();
	}

	private List<ListedRow> rows(MemberList list, boolean rejected) {
		List<ListedRow> rows = new ArrayList<>();
		this.lists.forEachRow(list, rejected, rows::add);
		return rows;
	}

	private Instant ends(long user) {
		return jdbc().sql("SELECT expires_at FROM memberships WHERE segment_id = ? AND user_id = ?")
			.param(this.segment)
			.param(user)
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
