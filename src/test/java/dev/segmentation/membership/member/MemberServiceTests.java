package dev.segmentation.membership.member;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.segmentation.membership.MembershipService;
import dev.segmentation.membership.end.Ttl;
import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.support.Accounts;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.user.UserSuggestion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@HttpTest
class MemberServiceTests {

	private static final Instant PAST = Instant.parse("2026-10-31T08:15:30.000001Z");

	@Autowired
	MemberService members;

	@Autowired
	MembershipService memberships;

	@Autowired
	TestDatabase database;

	private long segment;

	@BeforeEach
	void addASegment() {
		this.segment = Sql.addSegment(jdbc());
	}

	@Test
	void listsMembersWithAccountSourceAndEnd() {
		long user = Sql.addUser(jdbc(), "told-of");
		Instant until = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
		Sql.addMemberships(jdbc(), user, this.segment);
		jdbc().sql("SELECT remove_memberships(:user, ARRAY[:segment]::bigint[], 'api', 1)")
			.param("user", user)
			.param("segment", this.segment)
			.query()
			.singleRow();
		Instant before = Instant.now();
		jdbc()
			.sql("""
					SELECT add_segment_members(:segment, ARRAY[:user]::bigint[], NULL, CAST(:until AS timestamptz), 'import',
					                 (SELECT id FROM accounts WHERE login = 'editor'))
					""")
			.param("segment", this.segment)
			.param("user", user)
			.param("until", until.toString())
			.query()
			.singleRow();
		assertThat(page("").items()).singleElement().satisfies((member) -> {
			assertThat(member.userId()).isEqualTo(user);
			assertThat(member.login()).isEqualTo("told-of");
			assertThat(member.email()).isEqualTo("told-of@example.com");
			assertThat(member.since()).isBetween(before, Instant.now());
			assertThat(member.until()).isEqualTo(until);
			assertThat(member.entry()).extracting("through", "account").containsExactly(ActKind.IMPORT, "editor");
		});
	}

	@Test
	void listsTheActOfAPercentage() {
		long user = Sql.addUser(jdbc());
		long everybody = Sql.addSegment(jdbc(), "EVERYBODY", "100");
		assertThat(this.members.list(everybody, MemberFilter.ALL.searching(String.valueOf(user)), null).items()).first()
			.satisfies((member) -> {
				assertThat(member.userId()).isEqualTo(user);
				assertThat(member.entry()).extracting("through").isEqualTo(ActKind.PERCENT);
			});
	}

	@Test
	void pagesByIdForwardAndBack() {
		List<Long> users = enter(null, 120);
		Page<Member> first = page("");
		assertThat(first.previous()).isNull();
		Page<Member> second = after("", false, first.next());
		Page<Member> third = after("", false, second.next());
		assertThat(third.next()).isNull();
		List<Long> seen = new ArrayList<>(ids(first));
		seen.addAll(ids(second));
		seen.addAll(ids(third));
		assertThat(seen).isEqualTo(users);
		assertThat(first.items()).hasSize(50);
		assertThat(third.items()).hasSize(20);
		Page<Member> back = before(false, third.previous());
		assertThat(ids(back)).isEqualTo(ids(second));
		Page<Member> start = before(false, back.previous());
		assertThat(ids(start)).isEqualTo(ids(first));
		assertThat(start.previous()).isNull();
		assertThat(ids(after("", false, start.next()))).isEqualTo(ids(second));
	}

	@Test
	void pagesByEndForwardAndBackWithoutEndlessMembers() {
		enter(null, 3);
		Instant soon = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
		List<Long> later = enter(soon.plusSeconds(1), 40);
		List<Long> sooner = enter(soon, 40);
		Page<Member> first = this.members.list(this.segment, MemberFilter.ALL.ordered(MemberOrder.END), null);
		assertThat(first.previous()).isNull();
		Page<Member> second = after("", true, first.next());
		List<Long> seen = new ArrayList<>(ids(first));
		seen.addAll(ids(second));
		sooner.addAll(later);
		assertThat(seen).isEqualTo(sooner);
		assertThat(second.next()).isNull();
		assertThat(ids(before(true, second.previous()))).isEqualTo(ids(first));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void leavesOutExpiredMembers(boolean ending) {
		long user = Sql.addUser(jdbc());
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, :segment, CAST(:over AS timestamptz) FROM begin_act('api', 1, NULL)
				""").param("user", user).param("segment", this.segment).param("over", PAST.toString()).update();
		assertThat(this.members
			.list(this.segment, MemberFilter.ALL.ordered(ending ? MemberOrder.END : MemberOrder.ID), null)
			.items()).isEmpty();
		assertThat(page(String.valueOf(user)).items()).isEmpty();
	}

	@Test
	void refusesTheCursorOfAnotherList() {
		for (Cursor cursor : List.of(Cursor.after("x"), Cursor.after("id", "x"), Cursor.after("end", 1),
				Cursor.after("PART", "x"), Cursor.after())) {
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> after("", true, cursor));
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> after("", false, cursor));
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> after("x", false, cursor));
		}
	}

	@ParameterizedTest
	@CsvSource({ "zoe, zoe zoe-2 zz-other", "ZOE, zoe zoe-2 zz-other", "zoe-, zoe-2", "zoe@, zz-other", "zz, zz-other",
			"ext-7, zoe-2", "oe-, zoe-2", "OE-2, zoe-2", "xt-7, zoe-2", "oe@x, zz-other", "nobody, ''", "z_e, ''",
			"%, ''" })
	void findsLoginsThenEmailsThenParts(String text, String found) {
		jdbc().sql("""
				INSERT INTO users (login, email, external_id)
				VALUES ('Zoe-2', 'b@x.io', 'ext-7'), ('zoe', 'a@x.io', NULL), ('zz-other', 'Zoe@x.io', NULL),
				       ('zoe-outside', 'c@x.io', NULL)
				ON CONFLICT DO NOTHING
				""").update();
		enterByLogin("zoe", "zoe-2", "zz-other");
		assertThat(page(text).items()).extracting((member) -> member.login().toLowerCase(Locale.ROOT))
			.containsExactly(found.isEmpty() ? new String[0] : found.split(" "));
	}

	@Test
	void findsAnIdBeforeALoginThatLooksLikeIt() {
		long user = Sql.addUser(jdbc());
		long lookalike = Sql.addUser(jdbc(), user + "-lookalike");
		this.memberships.addUsers(this.segment, List.of(user, lookalike), null, Accounts.ADMIN);
		assertThat(ids(page(String.valueOf(user)))).containsExactly(user, lookalike);
	}

	@Test
	void pagesThroughSearchResults() {
		List<Long> found = enter(null, 60);
		long byEmail = jdbc()
			.sql("INSERT INTO users (login, email) VALUES ('other-' || :id, 'enter@x.io') RETURNING id")
			.param("id", this.segment)
			.query(Long.class)
			.single();
		this.memberships.addUsers(this.segment, List.of(byEmail), null, Accounts.ADMIN);
		Page<Member> first = page("enter");
		Page<Member> second = after("enter", false, first.next());
		assertThat(first.items()).hasSize(50);
		assertThat(second.next()).isNull();
		List<Long> seen = new ArrayList<>(ids(first));
		seen.addAll(ids(second));
		assertThat(seen).containsAll(found).hasSize(61).endsWith(byEmail).doesNotHaveDuplicates();
	}

	@Test
	void continuesAfterTheBudgetWhenFewOfManyMatchesAreMembers() {
		int budget = MemberSearchRepository.BUDGET;
		jdbc().sql("""
				INSERT INTO users (id, login, email)
				SELECT 5000000 + n, 'crowd-' || lpad(n::text, 6, '0'), 'crowd-' || n || '@x.io'
				FROM generate_series(1, :count) AS n
				""").param("count", 3 * budget).update();
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT 5000000 + n, :segment FROM begin_act('import', 1, NULL), generate_series(:first, :last) AS n
				""").param("segment", this.segment).param("first", 2 * budget - 10).param("last", 3 * budget).update();
		Page<Member> first = page("crowd-");
		assertThat(first.items()).isEmpty();
		Page<Member> second = after("crowd-", false, first.next());
		assertThat(second.items()).hasSize(11);
		assertThat(ids(after("crowd-", false, second.next()))).startsWith(5_000_000L + 2 * budget + 1).hasSize(50);
		assertThat(page("crowd-" + "0".repeat(6)).next()).isNull();
		assertThat(page("rowd-").items()).isEmpty();
		assertThat(ids(after("rowd-", false, page("rowd-").next()))).hasSize(11);
		assertThat(ids(page("rowd-%06d".formatted(2 * budget)))).containsExactly(5_000_000L + 2 * budget);
	}

	@Test
	void suggestsExactMatchesFirstAndMarksMembers() {
		long anna = Sql.addUser(jdbc(), "suggest");
		long other = Sql.addUser(jdbc(), "suggested");
		this.memberships.addUsers(this.segment, List.of(other), null, Accounts.ADMIN);
		assertThat(this.members.suggest(this.segment, "SUGGEST"))
			.extracting((suggestion) -> suggestion.user().id(), UserSuggestion::member)
			.containsExactly(tuple(anna, false), tuple(other, true));
		assertThat(this.members.suggest(this.segment, String.valueOf(anna))).first()
			.extracting((suggestion) -> suggestion.user().id())
			.isEqualTo(anna);
		assertThat(this.members.suggest(this.segment, "")).isEmpty();
	}

	@Test
	void suggestsAtMostTen() {
		enter(null, 12);
		assertThat(this.members.suggest(this.segment, "enter")).hasSize(10);
	}

	private List<Long> enter(@Nullable Instant until, int count) {
		List<Long> users = jdbc().sql("""
				INSERT INTO users (login, email)
				SELECT 'enter-' || :key || '-' || n, 'enter-' || :key || '-' || n || '@x.io'
				FROM generate_series(1, :count) AS n RETURNING id
				""")
			.param("key", this.segment + "-" + System.nanoTime())
			.param("count", count)
			.query(Long.class)
			.list();
		this.memberships.addUsers(this.segment, users, (until != null) ? new Ttl.Until(until) : null, Accounts.ADMIN);
		return new ArrayList<>(users);
	}

	private void enterByLogin(String... logins) {
		this.memberships.addUsers(this.segment,
				jdbc().sql("SELECT id FROM users WHERE lower(login) = ANY (:logins)")
					.param("logins", logins)
					.query(Long.class)
					.list(),
				null, Accounts.ADMIN);
	}

	@Test
	void countsTheMembersBeforeAPageOfAllMembers() {
		enter(null, 60);
		Page<Member> first = page("");
		assertThat(this.members.countBefore(this.segment, MemberFilter.ALL, first)).isZero();
		Page<Member> second = after("", false, first.next());
		assertThat(this.members.countBefore(this.segment, MemberFilter.ALL, second)).isEqualTo(50);
		assertThat(this.members.countBefore(this.segment, MemberFilter.ALL.ordered(MemberOrder.NEWEST), second))
			.isNull();
	}

	private Page<Member> page(String search) {
		return after(search, false, null);
	}

	private Page<Member> after(String search, boolean ending, @Nullable Cursor cursor) {
		return this.members.list(this.segment,
				MemberFilter.ALL.searching(search).ordered(ending ? MemberOrder.END : MemberOrder.ID), cursor);
	}

	private Page<Member> before(boolean ending, @Nullable Cursor cursor) {
		return after("", ending, cursor);
	}

	private static List<Long> ids(Page<Member> page) {
		return page.items().stream().map(Member::userId).toList();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
