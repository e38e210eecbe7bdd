package dev.segmentation.membership.web;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of a user's page: the list of segments, and adding and removing the user.
 */
@HttpTest
@HistoryAgrees
class UserSegmentsPageTests {

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	private long user;

	private long segment;

	@BeforeEach
	void addAUserAndASegment() {
		this.user = Sql.addUser(jdbc());
		this.segment = Sql.addSegment(jdbc());
	}

	@Test
	void listsTheSegmentsWithTheirSources() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		String page = this.signedIn.as(TestAccount.VIEWER).get("/users/" + this.user).body();
		assertThat(page).contains("href=\"/segments/" + this.segment + "\"", "cause-api", "no end")
			.contains("id=\"segment-count\">1<");
		assertThat(this.signedIn.as(TestAccount.VIEWER).get("/users/" + this.user, "HX-Request", "true").body())
			.startsWith("<div id=\"table\"");
	}

	@Test
	void addsToSeveralSegmentsInOneAct() {
		long other = Sql.addSegment(jdbc());
		HttpResponse<String> answer = add(Map.of("segment", this.segment + "," + other, "ttl", "1d 12h"));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(jdbc().sql("""
				SELECT DISTINCT a.kind || ' ' || acc.login
				FROM operations AS o JOIN acts AS a ON a.id = o.act_id JOIN accounts AS acc ON acc.id = a.account_id
				WHERE o.segment_id IN (?, ?)
				""").param(this.segment).param(other).query(String.class).list()).containsExactly("page editor");
		assertThat(jdbc().sql("""
				SELECT expires_at - added_at BETWEEN interval '35 h 59 min' AND interval '36 h 1 min'
				FROM memberships WHERE user_id = ?
				""").param(this.user).query(Boolean.class).list()).containsExactly(true, true);
	}

	@Test
	void readsTheEndInTheUsersZone() {
		LocalDateTime end = LocalDateTime.now(ZoneId.of("Asia/Tokyo")).plusDays(2).truncatedTo(ChronoUnit.MINUTES);
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		HttpResponse<String> answer = pages.post(addPath(),
				Map.of("segment", "" + this.segment, "until", end.toString()), "Cookie", "zone=Asia/Tokyo");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(jdbc().sql("SELECT expires_at AT TIME ZONE 'Asia/Tokyo' FROM memberships WHERE user_id = ?")
			.param(this.user)
			.query(LocalDateTime.class)
			.single()).isEqualTo(end);
	}

	@ParameterizedTest
	@CsvSource({ "soon, '', ttl-error", "0s, '', ttl-error", "4000d, '', ttl-error",
			"'', 2020-01-01T00:00, until-error", "'', tomorrow, until-error", "'', 2150-01-01T00:00, until-error",
			"7d, 2150-01-01T00:00, until-error" })
	void showsAnInvalidEndAndKeepsTheChoice(String ttl, String until, String error) {
		HttpResponse<String> answer = add(Map.of("segment", "" + this.segment, "ttl", ttl, "until", until));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).containsOnlyOnce("class=\"field-error\"").contains("id=\"" + error + "\"");
		assertThat(checked(answer.body())).containsExactly(this.segment);
		assertThat(isIn()).isFalse();
	}

	@Test
	void addsToNoSegmentAfterAConflict() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		long other = Sql.addSegment(jdbc());
		HttpResponse<String> already = add(Map.of("segment", this.segment + "," + other));
		assertThat(already.statusCode()).isEqualTo(422);
		assertThat(already.body()).contains("The user is already in " + name(this.segment));
		assertThat(checked(already.body())).containsExactlyInAnyOrder(this.segment, other);
		HttpResponse<String> gone = add(Map.of("segment", other + ",999999999"));
		assertThat(gone.statusCode()).isEqualTo(422);
		assertThat(gone.body()).contains("no longer exists");
		assertThat(checked(gone.body())).containsExactly(other);
		assertThat(add(Map.of("ttl", "7d")).body()).contains("Select at least one segment.");
		assertThat(jdbc().sql("SELECT segment_id FROM memberships WHERE user_id = ?")
			.param(this.user)
			.query(Long.class)
			.list()).containsExactly(this.segment);
	}

	@Test
	void offersSegmentsByNameAndKeepsTheChoice() {
		Sql.addSegment(jdbc(), "Offered <1>", "0");
		HttpResponse<String> answer = find("q=offered&segment=" + this.segment);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("Offered &lt;1&gt;", name(this.segment));
		assertThat(checked(answer.body())).containsExactly(this.segment);
		assertThat(isIn()).isFalse();
		assertThat(find("q=no+such+%00%7B0%7D").body()).contains("No other segment");
	}

	@Test
	void removesTheShownMembership() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		String since = since(pages.get(removePath()).body());
		HttpResponse<String> answer = pages.post(removePath(), Map.of("since", since));
		assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/users/" + this.user);
		assertThat(isIn()).isFalse();
		assertThat(jdbc().sql("""
				SELECT a.kind FROM operations AS o JOIN acts AS a ON a.id = o.act_id
				WHERE o.segment_id = ? AND o.type = 'deleted'
				""").param(this.segment).query(String.class).list()).containsExactly("page");
		assertThat(pages.get("/users/" + this.user).body()).contains("Not in any segment", "toast-message");
		assertThat(pages.post(removePath(), Map.of("since", since)).statusCode()).isEqualTo(302);
		assertThat(pages.get("/users/" + this.user).body()).contains("is no longer in this segment");
		assertThat(pages.get(removePath()).statusCode()).isEqualTo(302);
	}

	@Test
	void keepsAMembershipThatBeganLater() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		String since = since(pages.get(removePath()).body());
		jdbc().sql("SELECT remove_memberships(?, ARRAY[?]::bigint[], 'page', 1)")
			.param(this.user)
			.param(this.segment)
			.query()
			.singleRow();
		Sql.addMemberships(jdbc(), this.user, this.segment);
		HttpResponse<String> told = pages.post(removePath(), Map.of("since", since));
		assertThat(told.statusCode()).isEqualTo(422);
		assertThat(told.body()).contains("The user was added to this segment again after you opened the page.");
		assertThat(isIn()).isTrue();
		pages.post(removePath(), Map.of("since", since(told.body())));
		assertThat(isIn()).isFalse();
	}

	@Test
	void refusesViewers() {
		Pages pages = this.signedIn.as(TestAccount.VIEWER);
		assertThat(pages.get(addPath()).statusCode()).isEqualTo(403);
		assertThat(pages.post(addPath(), Map.of("segment", "" + this.segment)).statusCode()).isEqualTo(403);
		Sql.addMemberships(jdbc(), this.user, this.segment);
		assertThat(pages.get(removePath()).statusCode()).isEqualTo(403);
		assertThat(pages.post(removePath(), Map.of("since", "x")).statusCode()).isEqualTo(403);
		assertThat(isIn()).isTrue();
	}

	private HttpResponse<String> find(String query) {
		return this.signedIn.as(TestAccount.EDITOR).get("/users/%d/segments/add?%s".formatted(this.user, query));
	}

	private HttpResponse<String> add(Map<String, String> form) {
		return this.signedIn.as(TestAccount.EDITOR).post(addPath(), form);
	}

	private String addPath() {
		return "/users/%d/segments/add".formatted(this.user);
	}

	private String removePath() {
		return "/users/%d/segments/%d/remove".formatted(this.user, this.segment);
	}

	private boolean isIn() {
		return jdbc().sql("SELECT count(*) > 0 FROM memberships WHERE user_id = ? AND segment_id = ?")
			.param(this.user)
			.param(this.segment)
			.query(Boolean.class)
			.single();
	}

	private String name(long segment) {
		return jdbc().sql("SELECT name FROM segments WHERE id = ?").param(segment).query(String.class).single();
	}

	private static List<Long> checked(String page) {
		return Pattern.compile("name=\"segment\"[^>]*\\svalue=\"(\\d+)\"\\s+checked")
			.matcher(page)
			.results()
			.map((found) -> Long.valueOf(found.group(1)))
			.toList();
	}

	private static String since(String page) {
		Matcher since = Pattern.compile("name=\"since\" value=\"([^\"]+)\"").matcher(page);
		assertThat(since.find()).isTrue();
		return since.group(1);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
