package dev.segmentation.dashboard.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.segmentation.dashboard.DashboardService;
import dev.segmentation.dashboard.UpcomingExpiries;
import dev.segmentation.dashboard.UpcomingExpiry;
import dev.segmentation.membership.ExpireMembershipsJob;
import dev.segmentation.shared.ActKind;
import dev.segmentation.support.Api;
import dev.segmentation.support.FillableDisk;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard, from the first start of the application on.
 */
@HttpTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardPageTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	DashboardService dashboard;

	@Autowired
	ExpireMembershipsJob sweeper;

	@Autowired
	FillableDisk disk;

	@Test
	@Order(1)
	void showsTheFirstStepsToANewApplication() {
		String editor = get(TestAccount.EDITOR);
		assertThat(editor).contains("href=\"/users/import\"", "href=\"/segments/new\"", "href=\"/docs/index.html\"",
				"href=\"/tokens/new\"", "action=\"/users/sample\"", "0 of 3 steps done");
		assertThat(get(TestAccount.VIEWER)).contains("Editors import users")
			.doesNotContain("href=\"/users/import\"", "href=\"/segments/new\"");
		Sql.addUsers(jdbc(), 3);
		assertThat(get(TestAccount.EDITOR)).contains("3 users imported", "1 of 3 steps done")
			.doesNotContain("href=\"/users/import\"");
	}

	@Test
	@Order(1)
	void warnsOfADiskThatIsAlmostFull() {
		this.disk.leave(0.07);
		assertThat(get(TestAccount.VIEWER)).contains("Only 7% of the database’s disk is free.");
		this.disk.leave(0.11);
		assertThat(get(TestAccount.VIEWER)).doesNotContain("of the database’s disk is free");
	}

	@Test
	@Order(2)
	void showsTheSameNumbersAsTheLists() {
		Sql.addUsers(jdbc(), 197);
		Sql.addSegment(jdbc(), "HALF", "50");
		long few = Sql.addSegment(jdbc(), "FEW", "0");
		List<Long> users = jdbc().sql("SELECT id FROM users ORDER BY id LIMIT 4").query(Long.class).list();
		users.subList(0, 3).forEach((user) -> Sql.addMemberships(jdbc(), user, few));
		addFor("2 hours", "ENDING-SECOND", users.get(0), users.get(1));
		addFor("90 minutes", "ENDING-FIRST", users.get(2));
		addFor("25 hours", "ENDING-TOMORROW", users.get(3));
		jdbc()
			.sql("DELETE FROM memberships USING begin_act('page', 2, NULL) WHERE segment_id = :few AND user_id = :user")
			.param("few", few)
			.param("user", users.get(0))
			.update();
		String page = get(TestAccount.VIEWER);
		assertThat(number(page, "total-users")).isEqualTo("200");
		assertThat(number(page, "total-segments")).isEqualTo("5");
		assertThat(number(page, "total-memberships"))
			.isEqualTo(jdbc().sql("SELECT count(*) FROM memberships").query(String.class).single())
			.isEqualTo("106");
		assertThat(page).doesNotContain("steps done");
		assertThat(get(TestAccount.EDITOR)).contains("2 of 3 steps done", "Next: connect your product");
		assertThat(page).containsPattern("removed \u2068[^\u2069]+\u2069 from")
			.contains("added 100 users to", "by percentage");
		assertThat(page).containsSubsequence("ENDING-FIRST</bdi></a>", "1 membership<", "ENDING-SECOND</bdi></a>",
				"2 memberships");
		assertThat(page.substring(page.indexOf("id=\"ending\""))).doesNotContain("ENDING-TOMORROW", "HALF</bdi>");
	}

	@Test
	@Order(3)
	void countsChangesByDayAndCauseLikeTheHistory() {
		jdbc().sql("SELECT fold_changes(3)").query().singleRow();
		LocalDate today = LocalDate.now(ZoneOffset.UTC);
		var days = this.dashboard.changes();
		assertThat(days).hasSize(30);
		assertThat(days.getFirst().day()).isEqualTo(today.minusDays(29));
		assertThat(days.getLast().day()).isEqualTo(today);
		for (ActKind kind : ActKind.values()) {
			long recorded = jdbc().sql("""
					SELECT coalesce(sum(users), 0) FROM act_changes JOIN acts ON id = act_id
					WHERE kind = CAST(:kind AS act_kind)
					""").param("kind", kind.text()).query(Long.class).single();
			assertThat(days.stream().mapToLong((day) -> day.through(kind)).sum()).as(kind.text()).isEqualTo(recorded);
		}
		assertThat(days.stream().mapToLong((day) -> day.through(ActKind.PERCENT)).sum()).isEqualTo(100);
	}

	@Test
	@Order(4)
	void doesNotCountExpiredMembershipsEvenBeforeTheJobRemovesThem() {
		long before = this.dashboard.totals().memberships();
		long user = Sql.addUser(jdbc());
		long segment = Sql.addSegment(jdbc(), "OVER", "0");
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, :segment, now() - interval '1 second' FROM begin_act('page', 2, NULL)
				""").param("user", user).param("segment", segment).update();
		assertThat(this.dashboard.totals().memberships()).isEqualTo(before);
		this.sweeper.sweep();
		assertThat(this.dashboard.totals().memberships()).isEqualTo(before);
		assertThat(this.dashboard.expiries().segments()).extracting(UpcomingExpiry::name).doesNotContain("OVER");
		assertThat(get(TestAccount.VIEWER)).contains("\u2069’s membership in");
	}

	@Test
	@Order(5)
	void countsAtMostTenThousandExpiries() {
		Sql.addUsers(jdbc(), 10_001);
		long segment = Sql.addSegment(jdbc(), "MANY", "0");
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT id, :segment, now() + interval '3 hours' + id * interval '1 ms'
				FROM begin_act('page', 2, NULL), users
				""").param("segment", segment).update();
		UpcomingExpiries expiries = this.dashboard.expiries();
		assertThat(expiries.memberships()).isEqualTo(10_000);
		assertThat(expiries.countedTo()).isNotNull();
		assertThat(get(TestAccount.VIEWER)).contains("Only the next 10,000 expiries are counted");
	}

	@Test
	@Order(6)
	void linksToAllSegmentsWithExpiries() {
		long user = Sql.addUser(jdbc());
		IntStream.rangeClosed(1, 9).forEach((number) -> addFor("10 minutes", "SOON-" + number, user));
		String page = get(TestAccount.VIEWER);
		assertThat(page).contains("href=\"/?ending=all#ending\"");
		String all = new Pages(this.api).signIn(TestAccount.VIEWER).get("/?ending=all").body();
		assertThat(all).contains("SOON-1", "SOON-9").doesNotContain("href=\"/?ending=all");
	}

	private void addFor(String time, String name, long... users) {
		long segment = Sql.addSegment(jdbc(), name, "0");
		for (long user : users) {
			jdbc().sql(
					"SELECT add_memberships(:user, ARRAY[:segment]::bigint[], CAST(:time AS interval), NULL, 'api', 1)")
				.param("user", user)
				.param("segment", segment)
				.param("time", time)
				.query()
				.singleRow();
		}
	}

	private String get(TestAccount account) {
		return new Pages(this.api).signIn(account).get("/").body();
	}

	private static String number(String page, String id) {
		Matcher number = Pattern.compile("id=\"" + id + "\">([^<]*)<").matcher(page);
		assertThat(number.find()).isTrue();
		return number.group(1);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
