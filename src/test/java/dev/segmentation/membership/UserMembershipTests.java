package dev.segmentation.membership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.NotFoundException;
import dev.segmentation.support.DatabaseTest;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DatabaseTest
@HistoryAgrees
class UserMembershipTests {

	private final JdbcClient jdbc;

	private final UserMembershipService memberships;

	UserMembershipTests(TestDatabase database) {
		this.jdbc = database.jdbc();
		this.memberships = new UserMembershipService(new UserMembershipRepository(this.jdbc));
	}

	@Test
	void findsStartEndAccountAndNote() {
		long user = Sql.addUser(this.jdbc);
		long segment = Sql.addSegment(this.jdbc, "BETA", "0");
		Instant end = Instant.parse("2096-01-01T00:00:00Z");
		enter("import", 2, "a list", end, user, segment);
		UserMembership membership = this.memberships.get(user, segment);
		assertThat(membership.segmentName()).isEqualTo("BETA");
		assertThat(membership.until()).isEqualTo(end);
		assertThat(membership.through()).isEqualTo(ActKind.IMPORT);
		assertThat(membership.account()).isEqualTo("editor");
		assertThat(membership.note()).isEqualTo("a list");
		assertThat(membership.since().toString()).isEqualTo(this.jdbc.sql("""
				SELECT to_char(date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') FROM operations
				WHERE segment_id = :segment
				""").param("segment", segment).query(String.class).single());
	}

	@Test
	void findsOnlyTheNewestAddition() {
		long user = Sql.addUser(this.jdbc);
		long segment = Sql.addSegment(this.jdbc);
		enter("api", 3, null, null, user, segment);
		this.jdbc.sql("SELECT remove_memberships(:user, ARRAY[:segment]::bigint[], 'page', 2)")
			.param("user", user)
			.param("segment", segment)
			.query()
			.singleRow();
		enter("page", 2, null, null, user, segment);
		assertThat(all(user)).singleElement().satisfies((membership) -> {
			assertThat(membership.through()).isEqualTo(ActKind.PAGE);
			assertThat(membership.account()).isEqualTo("editor");
		});
	}

	@Test
	void ignoresOtherUsersOfTheBlock() {
		this.jdbc.sql("INSERT INTO users (id, login, email) VALUES (6400, 'a', 'a@x.org'), (6401, 'b', 'b@x.org')")
			.update();
		long segment = Sql.addSegment(this.jdbc);
		enter("page", 2, "hers", null, 6400, segment);
		enter("api", 3, "his", null, 6401, segment);
		assertThat(all(6400)).extracting(UserMembership::note).containsExactly("hers");
		assertThat(all(6401)).extracting(UserMembership::note).containsExactly("his");
	}

	@Test
	void endsBeforeAndAfterTheJobRemovesIt() {
		long user = Sql.addUser(this.jdbc);
		long segment = Sql.addSegment(this.jdbc, "OVER", "0");
		enter("page", 2, null, Instant.parse("2026-01-01T00:00:00Z"), user, segment);
		assertThat(all(user)).isEmpty();
		assertThat(this.memberships.joined(user, List.of(segment))).isEmpty();
		assertThat(this.memberships.choices(user, "over", 5)).extracting(SegmentChoice::id).containsExactly(segment);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> this.memberships.get(user, segment));
	}

	@Test
	void pagesForwardAndBack() {
		long user = Sql.addUser(this.jdbc);
		for (int i = 0; i < 5; i++) {
			enter("page", 2, null, null, user, Sql.addSegment(this.jdbc), Sql.addSegment(this.jdbc));
		}
		List<UserMembership> whole = all(user);
		assertThat(whole).hasSize(10);
		for (int size = 1; size <= 11; size++) {
			Page<UserMembership> page = this.memberships.page(user, null, size);
			List<UserMembership> walked = new ArrayList<>(page.items());
			while (page.next() != null) {
				page = this.memberships.page(user, page.next(), size);
				walked.addAll(page.items());
			}
			assertThat(walked).isEqualTo(whole);
			int start = whole.size() - page.items().size();
			while (page.previous() != null) {
				page = this.memberships.page(user, page.previous(), size);
				start = Math.max(0, start - size);
				assertThat(page.items()).isEqualTo(whole.subList(start, start + size));
			}
			assertThat(start).isZero();
		}
	}

	@Test
	void offersOtherSegmentsWithMatchingStartsFirst() {
		long user = Sql.addUser(this.jdbc);
		long in = Sql.addSegment(this.jdbc, "choice already", "0");
		Sql.addSegment(this.jdbc, "A CHOICE", "0");
		Sql.addSegment(this.jdbc, "Choice b", "0");
		Sql.addSegment(this.jdbc, "CHOICE A", "0");
		Sql.addMemberships(this.jdbc, user, in);
		assertThat(this.memberships.choices(user, "choice", 10)).extracting(SegmentChoice::name)
			.containsExactly("CHOICE A", "Choice b", "A CHOICE");
		assertThat(this.memberships.choices(user, "choice", 1)).hasSize(1);
		assertThat(this.memberships.choices(user, "choice_", 1)).isEmpty();
		assertThat(this.memberships.joined(user, List.of(in, 1_000_000L))).containsExactly("choice already");
	}

	private List<UserMembership> all(long user) {
		return this.memberships.page(user, null, 1000).items();
	}

	private void enter(String kind, long account, @Nullable String note, @Nullable Instant until, long user,
			Long... segments) {
		this.jdbc.sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, segment, CAST(:until AS timestamptz)
				FROM begin_act(CAST(:kind AS act_kind), :account, :note), unnest(:segments) AS segment
				""")
			.param("user", user)
			.param("segments", segments)
			.param("until", (until != null) ? until.toString() : null)
			.param("kind", kind)
			.param("account", account)
			.param("note", note)
			.update();
	}

}
