package dev.segmentation.membership.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The members of a segment and the segments of a user as they were at a moment.
 */
@HttpTest
@HistoryAgrees
class PastMemberPageTests {

	private static final Pattern MEMBER = Pattern.compile("href=\"(/users/\\d+\\?)as_of");

	private static final Pattern LINK = Pattern.compile("rel=\"(next|prev)\" href=\"([^\"]+)\"");

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long segment;

	private long user;

	@BeforeEach
	void addASegmentAndAUser() {
		this.segment = Sql.addSegment(jdbc());
		this.user = Sql.addUser(jdbc());
	}

	@Test
	void listTheMembersOfThatMomentWithoutControls() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		Instant before = now();
		jdbc().sql("SELECT removed FROM remove_segment_members(?, ARRAY[?]::bigint[], 'page', NULL)")
			.param(this.segment)
			.param(this.user)
			.query(Long.class)
			.single();
		String page = get(before).body();
		assertThat(page).contains("1 member at this moment", "/users/" + this.user, "cause-api", "no end", "/history/")
			.contains("Back to the present")
			.doesNotContain("id=\"add\"", "id=\"selection\"", "edit-segment");
		assertThat(get(now()).body()).contains("Nobody was a member at this moment");
		assertThat(this.editor.get("/users/" + this.user + "?as_of=" + before).body())
			.contains("/segments/" + this.segment + "?as_of=", "cause-api")
			.doesNotContain("id=\"enter\"");
		assertThat(this.editor.get("/users/" + this.user + "?as_of=" + now()).body()).contains("in no segment");
	}

	@Test
	void nameDeletedUsersByTheirIds() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		Instant before = now();
		jdbc().sql("DELETE FROM users USING begin_act('page', NULL, NULL) WHERE id = ?").param(this.user).update();
		assertThat(get(before).body()).contains("deleted user #" + this.user);
	}

	@Test
	void turnPagesInBothDirectionsAndAreSearched() {
		Sql.addUsers(jdbc(), 130);
		jdbc().sql("SELECT added FROM add_segment_members(?, ARRAY(SELECT id FROM users), NULL, NULL, 'page', NULL)")
			.param(this.segment)
			.query(Long.class)
			.single();
		Instant all = now();
		jdbc().sql("SELECT removed FROM remove_segment_members(?, ARRAY(SELECT id FROM users), 'page', NULL)")
			.param(this.segment)
			.query(Long.class)
			.single();
		long users = jdbc().sql("SELECT count(*) FROM users").query(Long.class).single();
		Set<String> found = new LinkedHashSet<>();
		HttpResponse<String> page = get(all);
		String first = page.body();
		String second = "";
		for (String next = link(first, "next"); next != null; next = link(page.body(), "next")) {
			found.addAll(members(page.body()));
			page = this.editor.get(next);
			second = second.isEmpty() ? page.body() : second;
		}
		found.addAll(members(page.body()));
		assertThat(found).hasSize((int) users);
		String back = link(second, "prev");
		assertThat(back).isNotNull();
		assertThat(members(this.editor.get(String.valueOf(back)).body())).isEqualTo(members(first));
		String login = jdbc().sql("SELECT login FROM users WHERE id = ?").param(this.user).query(String.class).single();
		assertThat(members(this.editor.get(path(all) + "&q=" + login).body())).contains("/users/" + this.user + "?");
	}

	@Test
	void areDownloadedWithTheSameNumbersAsThePage() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), this.segment);
		Instant both = now();
		jdbc().sql("SELECT removed FROM remove_segment_members(?, ARRAY[?]::bigint[], 'page', NULL)")
			.param(this.segment)
			.param(this.user)
			.query(Long.class)
			.single();
		String login = jdbc().sql("SELECT login FROM users WHERE id = ?").param(this.user).query(String.class).single();
		String export = "/segments/" + this.segment + "/members/export";
		assertThat(this.editor.get(export).body()).startsWith("\uFEFFid,login,email,external_id,").hasLineCount(2);
		assertThat(this.editor.get(export + "?as_of=" + both).body()).hasLineCount(3).contains(login, ",api,");
		assertThat(this.editor.get(export + "?q=" + login + "&as_of=" + both).body()).hasLineCount(2)
			.contains("\n" + this.user + ",");
		assertThat(this.editor.get(export + "?as_of=yesterday").statusCode()).isEqualTo(400);
		assertThat(get(both).body()).contains("/members/export?as_of=");
	}

	@Test
	void areReachedFromTheChangesOfTheDay() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		String changes = "/segments/" + this.segment + "/history/moments?at=" + now();
		assertThat(get(now()).body()).contains("/history/moments?at=");
		String list = this.editor.get(changes, "HX-Request", "true").body();
		Matcher moment = Pattern.compile("as_of=([^\"]+)").matcher(list);
		assertThat(moment.find()).isTrue();
		assertThat(this.editor.get("/segments/" + this.segment + "?as_of=" + moment.group(1)).body())
			.contains("1 member at this moment");
		assertThat(this.editor.get(changes).body()).contains("<main");
		assertThat(this.editor.get("/segments/" + this.segment + "/history/moments?at=%2B1000000-01-01T00:00:00Z")
			.statusCode()).isEqualTo(400);
	}

	@Test
	void areLinkedByAnInstantThatIsTheSameForAllReaders() {
		Instant now = now();
		LocalDateTime local = LocalDateTime.ofInstant(now, ZoneId.of("Asia/Tokyo"));
		HttpResponse<String> answer = this.editor.get("/segments/" + this.segment + "?as_of=" + local, "Cookie",
				"zone=Asia/Tokyo");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElse(""))
			.endsWith("?as_of=" + now.toString().replace(":", "%3A"));
	}

	@ParameterizedTest
	@CsvSource({ "yesterday, 'Enter a date, or a date and time'", "1900-01-01, The history begins later",
			"2020-01-01T05:00:00%2B05:00, The history begins later", "2100-01-01T00:00:00Z, in the future",
			"2020-01-01T00:00:00Z, The history begins later" })
	void refuseOtherMomentsBesideTheField(String moment, String problem) {
		String page = this.editor.get("/segments/" + this.segment + "?q=anna&as_of=" + moment).body();
		assertThat(page).contains(problem, "value=\"" + moment.replace("%2B", "+") + "\"", "value=\"anna\"",
				"aria-invalid=\"true\"");
	}

	private HttpResponse<String> get(Instant at) {
		return this.editor.get(path(at));
	}

	private String path(Instant at) {
		return "/segments/" + this.segment + "?as_of=" + at;
	}

	private static Set<String> members(String page) {
		return MEMBER.matcher(page)
			.results()
			.map((member) -> member.group(1))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static @Nullable String link(String page, String direction) {
		return LINK.matcher(page)
			.results()
			.filter((link) -> link.group(1).equals(direction))
			.map((link) -> link.group(2).replace("&amp;", "&"))
			.findFirst()
			.orElse(null);
	}

	private Instant now() {
		return jdbc().sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
