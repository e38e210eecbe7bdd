package dev.segmentation.membership.list;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.end.InvalidTtlException;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.shared.LongText;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.user.UserField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HttpTest
@HistoryAgrees
class MemberListServiceTests {

	@Autowired
	MemberListService lists;

	@Autowired
	MembershipService memberships;

	@Autowired
	MemberListRepository repository;

	@Autowired
	TestDatabase database;

	private long segment;

	private long anna;

	private long boris;

	@BeforeEach
	void addTwoUsersAndASegment() {
		this.segment = Sql.addSegment(jdbc());
		this.anna = Sql.addUser(jdbc(), "Anna-" + this.segment);
		this.boris = Sql.addUser(jdbc(), "boris-" + this.segment);
	}

	@Test
	void separatesNewUsersMembersUnknownAndDuplicates() {
		this.memberships.addUsers(this.segment, List.of(this.boris), null, Accounts.ADMIN);
		MemberList list = read(this.anna + "\nanna-%1$d\nANNA-%1$d@example.com, boris-%1$d; %2$d, who, Who, what"
			.formatted(this.segment, this.boris), null);
		assertThat(list.newUsers()).isOne();
		assertThat(list.members()).isOne();
		assertThat(list.unknown().entries()).containsExactly("who", "what");
		assertThat(list.duplicates().entries()).containsExactly("anna-" + this.segment,
				"ANNA-%d@example.com".formatted(this.segment), String.valueOf(this.boris), "Who");
		assertThat(list.entries()).isEqualTo(8);
		assertThat(list.result()).isNull();
		assertThat(members()).containsExactly(this.boris);
	}

	@Test
	void takesAnIdForAmbiguousThatIsAlsoAnExternalId() {
		long external = jdbc()
			.sql("INSERT INTO users (login, email, external_id) VALUES (:key, :key, :key) RETURNING id")
			.param("key", "ext-" + this.segment)
			.query(Long.class)
			.single();
		jdbc().sql("UPDATE users SET external_id = :id WHERE id = :user")
			.param("id", String.valueOf(this.anna))
			.param("user", external)
			.update();
		MemberList list = read(this.anna + ",ext-" + this.segment, null);
		assertThat(list.newUsers()).isOne();
		assertThat(list.ambiguous().entries()).containsExactly(String.valueOf(this.anna));
		assertThat(list.entries()).isEqualTo(2);
		MemberList ids = checked(this.lists.readAgain(list, UserField.ID));
		assertThat(ids.newUsers()).isEqualTo(2);
		assertThat(ids.ambiguous().count()).isZero();
		jdbc().sql("UPDATE users SET external_id = 'only-external' WHERE id = :user").param("user", external).update();
		assertThat(read("only-external\next-" + this.segment, null).duplicates().entries())
			.containsExactly("ext-" + this.segment);
	}

	@Test
	void countsExpiredMembersAsNew() {
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, :segment, now() - interval '1 s' FROM begin_act('api', 1, NULL)
				""").param("user", this.anna).param("segment", this.segment).update();
		assertThat(read("anna-" + this.segment, null).newUsers()).isOne();
	}

	@Test
	void addsTheUsersInOneActAfterConfirmation() {
		MemberList list = read("%s,%s,who".formatted(this.anna, this.boris), new Ttl.For(Duration.ofDays(7)));
		assertThat(list.ttl()).isEqualTo(new Ttl.For(Duration.ofDays(7)));
		MemberList.Result result = this.lists.confirm(list.id(), Accounts.EDITOR).value();
		assertThat(result).isEqualTo(new MemberList.Result(2, 0, 0, 0, 0, 0));
		assertThat(result.already() + result.gone() + result.departed()).isZero();
		assertThat(members()).containsExactly(this.anna, this.boris);
		assertThat(jdbc()
			.sql("SELECT DISTINCT kind::text FROM acts JOIN operations ON act_id = acts.id WHERE segment_id = :id")
			.param("id", this.segment)
			.query(String.class)
			.single()).isEqualTo("import");
		assertThat(
				jdbc().sql("SELECT count(*) FROM memberships WHERE segment_id = :id AND expires_at > now() + '6 days'")
					.param("id", this.segment)
					.query(Long.class)
					.single())
			.isEqualTo(2);
	}

	@Test
	void changesNothingWhenConfirmedTwice() {
		MemberList list = read(String.valueOf(this.anna), null);
		this.lists.confirm(list.id(), Accounts.EDITOR).value();
		this.memberships.removeMembers(this.segment, new MemberSelection.Users(List.of(this.anna)), Accounts.ADMIN);
		assertThat(this.lists.confirm(list.id(), Accounts.EDITOR).value())
			.isEqualTo(new MemberList.Result(1, 0, 0, 0, 0, 0));
		assertThat(members()).isEmpty();
	}

	@Test
	void addsTheUsersOnceWhenConfirmedTwiceAtTheSameTime() {
		MemberList list = read("%s,%s".formatted(this.anna, this.boris), null);
		List<MemberList.Result> results = IntStream.range(0, 4)
			.mapToObj((number) -> CompletableFuture
				.supplyAsync(() -> this.lists.confirm(list.id(), Accounts.EDITOR).value()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(results).hasSize(4).containsOnly(new MemberList.Result(2, 0, 0, 0, 0, 0));
		assertThat(jdbc().sql("SELECT count(DISTINCT act_id) FROM operations WHERE segment_id = :id")
			.param("id", this.segment)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void reportsChangesSinceTheListWasRead() {
		long gone = Sql.addUser(jdbc());
		long departed = Sql.addUser(jdbc());
		this.memberships.addUsers(this.segment, List.of(departed), null, Accounts.ADMIN);
		MemberList list = read("%d,%d,%d,%d".formatted(this.anna, this.boris, gone, departed), null);
		this.memberships.addUsers(this.segment, List.of(this.boris), null, Accounts.ADMIN);
		this.memberships.removeMembers(this.segment, new MemberSelection.Users(List.of(departed)), Accounts.ADMIN);
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL) WHERE id = :id").param("id", gone).update();
		MemberList.Result result = this.lists.confirm(list.id(), Accounts.EDITOR).value();
		assertThat(result).isEqualTo(new MemberList.Result(1, 1, 1, 1, 0, 0));
		assertThat(this.lists.get(list.id(), Accounts.EDITOR).result()).isEqualTo(result);
		assertThat(members()).containsExactly(this.anna, this.boris);
	}

	@Test
	void refusesAnEndThatPassedAfterReading() {
		MemberList list = read(String.valueOf(this.anna), new Ttl.Until(Instant.now()));
		assertThatExceptionOfType(InvalidTtlException.class)
			.isThrownBy(() -> this.lists.confirm(list.id(), Accounts.EDITOR).value());
		assertThat(this.lists.get(list.id(), Accounts.EDITOR).result()).isNull();
		assertThat(members()).isEmpty();
	}

	@Test
	void keepsTheGivenEnd() {
		Instant until = Instant.parse("2033-12-31T23:59:59.999999Z");
		assertThat(read("x", new Ttl.Until(until)).ttl()).isEqualTo(new Ttl.Until(until));
		assertThat(read("x", new Ttl.For(Duration.ofNanos(1_000))).ttl())
			.isEqualTo(new Ttl.For(Duration.ofNanos(1_000)));
		assertThat(read("x", new Ttl.For(Ttl.LONGEST)).ttl()).isEqualTo(new Ttl.For(Ttl.LONGEST));
	}

	@Test
	void showsAListOnlyToItsOwner() {
		MemberList list = read("x", null);
		assertThat(this.lists.unknown(list.id(), Accounts.EDITOR)).containsExactly("x");
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.lists.get(list.id(), Accounts.ADMIN));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.lists.unknown(list.id(), Accounts.ADMIN));
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> this.lists.confirm(list.id(), Accounts.ADMIN));
	}

	@Test
	void refusesAnUnknownSegment() {
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.lists.read(Long.MAX_VALUE,
				MemberListRequest.add(PastedList.parse(LongText.of("x")), null), Accounts.EDITOR));
	}

	@Test
	void isDeletedWithItsSegment() {
		MemberList list = read("x", null);
		jdbc().sql("DELETE FROM segments USING begin_act('page', 1, NULL) WHERE id = :id")
			.param("id", this.segment)
			.update();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.lists.get(list.id(), Accounts.EDITOR));
	}

	@Test
	void isDeletedAfterADay() {
		MemberList old = read("x", null);
		MemberList young = read("x", null);
		jdbc().sql("UPDATE member_lists SET created_at = now() - interval '25 h' WHERE id = :id")
			.param("id", old.id())
			.update();
		this.repository.purge();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.lists.get(old.id(), Accounts.EDITOR));
		assertThat(this.lists.get(young.id(), Accounts.EDITOR).id()).isEqualTo(young.id());
	}

	@Test
	void extendsOrSetsTheEndsOfMembers() {
		long endless = Sql.addUser(jdbc());
		this.memberships.addUsers(this.segment, List.of(this.anna), new Ttl.For(Duration.ofDays(1)), Accounts.ADMIN);
		this.memberships.addUsers(this.segment, List.of(this.boris), new Ttl.For(Duration.ofDays(9)), Accounts.ADMIN);
		this.memberships.addUsers(this.segment, List.of(endless), null, Accounts.ADMIN);
		Ttl week = new Ttl.For(Duration.ofDays(7));
		assertThat(confirm(ListChange.ADD, PresentEnds.EXTEND, week).changed()).isOne();
		assertThat(days()).containsExactly(7L, 9L, null);
		assertThat(confirm(ListChange.ADD, PresentEnds.SET, week).changed()).isEqualTo(3);
		assertThat(days()).containsExactly(7L, 7L, 7L);
		assertThat(confirm(ListChange.ADD, PresentEnds.EXTEND, null).changed()).isEqualTo(3);
		assertThat(days()).containsExactly(null, null, null);
	}

	@Test
	void setsTheEndsOfMembersOnly() {
		this.memberships.addUsers(this.segment, List.of(this.anna), null, Accounts.ADMIN);
		assertThat(confirm(ListChange.END, PresentEnds.LEAVE, new Ttl.For(Duration.ofDays(3))))
			.isEqualTo(new MemberList.Result(0, 0, 0, 0, 1, 0));
		assertThat(days()).containsExactly(3L);
	}

	@Test
	void removesMembersInOneActWithItsNote() {
		this.memberships.addUsers(this.segment, List.of(this.anna), null, Accounts.ADMIN);
		MemberList list = list(ListChange.REMOVE, PresentEnds.LEAVE, null);
		assertThat(list.changedMembers()).isOne();
		assertThat(list.addedUsers()).isZero();
		this.memberships.removeMembers(this.segment, new MemberSelection.Users(List.of(this.anna)), Accounts.ADMIN);
		assertThat(this.lists.confirm(list.id(), Accounts.EDITOR).value())
			.isEqualTo(new MemberList.Result(0, 0, 0, 1, 0, 0));
		this.memberships.addUsers(this.segment, List.of(this.anna), null, Accounts.ADMIN);
		assertThat(confirm(ListChange.REMOVE, PresentEnds.LEAVE, null))
			.isEqualTo(new MemberList.Result(0, 0, 0, 0, 1, 0));
		assertThat(members()).isEmpty();
		assertThat(jdbc().sql("SELECT kind || ' ' || note FROM acts ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single()).isEqualTo("import A test");
	}

	private MemberList.Result confirm(ListChange change, PresentEnds present, @Nullable Ttl ttl) {
		return this.lists.confirm(list(change, present, ttl).id(), Accounts.EDITOR).value();
	}

	/** A list of all users of the test. */
	private MemberList list(ListChange change, PresentEnds present, @Nullable Ttl ttl) {
		List<String> ids = jdbc().sql("SELECT '#' || id FROM users WHERE id >= ? ORDER BY id")
			.param(this.anna)
			.query(String.class)
			.list();
		long id = this.lists.read(this.segment,
				new MemberListRequest(new PastedList(ids), change, present, ttl, "A test"), Accounts.EDITOR);
		return this.lists.get(id, Accounts.EDITOR);
	}

	/** The days to the ends of the members, by user. */
	private List<@Nullable Long> days() {
		return jdbc().sql("""
				SELECT round(extract(epoch FROM expires_at - now()) / 86400)::bigint AS days FROM memberships
				WHERE segment_id = ? ORDER BY user_id
				""").param(this.segment).query((row, number) -> row.getObject("days", Long.class)).list();
	}

	private MemberList checked(long id) {
		this.lists.check(id);
		return this.lists.get(id, Accounts.EDITOR);
	}

	private MemberList read(String text, @Nullable Ttl ttl) {
		return this.lists.get(this.lists.read(this.segment,
				MemberListRequest.add(PastedList.parse(LongText.of(text)), ttl), Accounts.EDITOR), Accounts.EDITOR);
	}

	private List<Long> members() {
		return Sql.members(jdbc(), this.segment);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
