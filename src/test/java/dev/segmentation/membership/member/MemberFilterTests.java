package dev.segmentation.membership.member;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.segmentation.shared.ActKind;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the orders and filters of members. The list and the database's function for all
 * that match find the same members.
 */
@HttpTest
class MemberFilterTests {

	@Autowired
	MemberService members;

	@Autowired
	TestDatabase database;

	private long segment;

	private long act;

	@BeforeEach
	void addMembersInThreeActs() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		this.segment = Sql.addSegment(jdbc());
		add("import", 1, "NULL", "maria", "anna");
		this.act = jdbc().sql("SELECT max(id) FROM acts").query(Long.class).single();
		add("page", 2, "interval '2 hours'", "zoe", "boris");
		add("page", 1, "interval '20 days'", "clara");
		add("api", 2, "interval '90 days'", "dmitri");
		// A former addition by another act does not count.
		remove("zoe");
		add("api", 1, "interval '5 days'", "zoe");
	}

	@ParameterizedTest
	@CsvSource({ "ID, ANY, , '', maria anna zoe boris clara dmitri",
			"NEWEST, ANY, , '', zoe dmitri clara boris anna maria",
			"LOGIN, ANY, , '', anna boris clara dmitri maria zoe", "END, ANY, , '', boris zoe clara dmitri",
			"ID, SET, , '', boris zoe clara dmitri", "ID, NONE, , '', maria anna", "END, NONE, , '', maria anna",
			"LOGIN, NONE, , '', anna maria", "ID, DAY, , '', boris", "ID, WEEK, , '', boris zoe",
			"NEWEST, WEEK, , '', zoe boris", "ID, MONTH, , '', boris zoe clara", "ID, ANY, PAGE, '', boris clara",
			"ID, ANY, API, '', zoe dmitri", "NEWEST, ANY, API, '', zoe dmitri", "LOGIN, ANY, API, '', dmitri zoe",
			"ID, ANY, UNDO, '', ''", "ID, ANY, , ADMIN, maria anna zoe clara", "ID, ANY, , nobody, ''",
			"ID, MONTH, PAGE, admin, clara" })
	void listsAndFindsTheSameMembers(MemberOrder order, MemberEnds ends, @Nullable ActKind source, String account,
			String logins) {
		MemberFilter filter = new MemberFilter("", order, ends, source, account, null);
		assertThat(logins(list(filter))).containsExactly(split(logins));
		assertThat(matching(filter)).containsExactlyInAnyOrder(split(logins));
	}

	@ParameterizedTest
	@CsvSource({ "a, maria anna boris clara", "ANNA@example, anna", "zoe, zoe" })
	void searchesWithinAFilter(String text, String logins) {
		assertThat(matching(MemberFilter.ALL.searching(text)))
			.containsAll(logins(list(MemberFilter.ALL.searching(text))))
			.contains(split(logins));
		MemberFilter none = new MemberFilter(text, MemberOrder.ID, MemberEnds.NONE, null, "", null);
		assertThat(logins(list(none))).containsExactlyInAnyOrderElementsOf(matching(none));
		MemberFilter page = new MemberFilter(text, MemberOrder.ID, MemberEnds.ANY, ActKind.API, "", this.act);
		assertThat(list(page)).isEmpty();
		assertThat(matching(page)).isEmpty();
	}

	@Test
	void listsTheUsersOfAnActThatAreStillMembers() {
		MemberFilter filter = new MemberFilter("", MemberOrder.NEWEST, MemberEnds.ANY, null, "", this.act);
		assertThat(logins(list(filter))).containsExactly("maria", "anna");
		remove("anna");
		assertThat(logins(list(filter))).containsExactly("maria");
		assertThat(matching(filter)).containsExactly("maria");
	}

	@Test
	void continuesAfterTheMembersThatOnePageMayRead() {
		jdbc().sql("""
				INSERT INTO users (id, login, email)
				SELECT 7000000 + n, 'many-' || n, 'many-' || n || '@x.io' FROM generate_series(1, 20000) AS n
				""").update();
		jdbc().sql("""
				SELECT add_segment_members(:segment, ARRAY(SELECT 7000000 + n FROM generate_series(1, 20000) AS n),
				    NULL, NULL, 'import', 1)
				""").param("segment", this.segment).query().singleRow();
		jdbc().sql("SELECT remove_segment_members(:segment, ARRAY[7019000], 'page', 1)")
			.param("segment", this.segment)
			.query()
			.singleRow();
		jdbc().sql("SELECT add_segment_members(:segment, ARRAY[7019000], NULL, NULL, 'page', 1)")
			.param("segment", this.segment)
			.query()
			.singleRow();
		MemberFilter filter = new MemberFilter("", MemberOrder.ID, MemberEnds.NONE, ActKind.PAGE, "", null);
		List<Member> found = new ArrayList<>();
		Cursor cursor = null;
		int pages = 0;
		do {
			Page<Member> page = this.members.list(this.segment, filter, cursor);
			found.addAll(page.items());
			cursor = page.next();
			pages++;
		}
		while (cursor != null);
		assertThat(logins(found)).containsExactly("many-19000");
		assertThat(pages).isEqualTo(3);
		long all = jdbc().sql("SELECT max(id) - 1 FROM acts").query(Long.class).single();
		MemberFilter byAct = new MemberFilter("", MemberOrder.ID, MemberEnds.ANY, ActKind.API, "", all - 1);
		Page<Member> first = this.members.list(this.segment, byAct, null);
		assertThat(first.items()).isEmpty();
		assertThat(first.next()).isNotNull();
		assertThat(matching(byAct)).isEmpty();
	}

	private List<Member> list(MemberFilter filter) {
		return this.members.list(this.segment, filter, null).items();
	}

	private static List<String> logins(List<Member> found) {
		return found.stream().map(Member::login).toList();
	}

	private List<String> matching(MemberFilter filter) {
		List<Long> ids = new ArrayList<>();
		MemberSelection selection = new MemberSelection.Matching(filter);
		this.members.readIds(this.segment, selection,
				(csv) -> new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines()
					.map(Long::valueOf)
					.forEach(ids::add));
		MemberEndSummary summary = this.members.summary(this.segment, selection);
		assertThat(summary.members()).isEqualTo(ids.size());
		return logins(this.members.findMembers(this.segment, ids));
	}

	private static String[] split(String logins) {
		return Arrays.stream(logins.split(" ")).filter((login) -> !login.isEmpty()).toArray(String[]::new);
	}

	private void add(String kind, long account, String ttl, String... logins) {
		Long[] users = Arrays.stream(logins).map(this::user).toArray(Long[]::new);
		jdbc()
			.sql("SELECT add_segment_members(:segment, :users, %s, NULL, CAST(:kind AS act_kind), %s)".formatted(ttl,
					(account == 1) ? "1" : "(SELECT id FROM accounts WHERE login = 'editor')"))
			.param("segment", this.segment)
			.param("users", users)
			.param("kind", kind)
			.query()
			.singleRow();
	}

	private long user(String login) {
		return jdbc().sql("SELECT id FROM users WHERE login = :login")
			.param("login", login)
			.query(Long.class)
			.optional()
			.orElseGet(() -> Sql.addUser(jdbc(), login));
	}

	private void remove(String login) {
		jdbc().sql("SELECT remove_memberships(:user, ARRAY[:segment]::bigint[], 'api', 1)")
			.param("user", user(login))
			.param("segment", this.segment)
			.query()
			.singleRow();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
