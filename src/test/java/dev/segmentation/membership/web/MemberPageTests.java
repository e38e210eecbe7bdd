package dev.segmentation.membership.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of a segment's members, requested by a browser without JavaScript and by
 * htmx.
 */
@HttpTest
@HistoryAgrees
class MemberPageTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long segment;

	private String name;

	private String path;

	/** Adds a member and returns the page. */
	private String landingPage = "";

	private long anna;

	private long boris;

	@BeforeEach
	void addTwoUsersAndASegment() {
		this.segment = Sql.addSegment(jdbc());
		this.name = jdbc().sql("SELECT name FROM segments WHERE id = :id")
			.param("id", this.segment)
			.query(String.class)
			.single();
		this.path = "/segments/" + this.segment;
		this.anna = Sql.addUser(jdbc(), "anna-" + this.segment);
		this.boris = Sql.addUser(jdbc(), "boris-" + this.segment);
	}

	@Test
	void listsMembersWithStartAndSource() {
		add(Map.of("user", "anna-" + this.segment));
		String page = this.editor.get(this.path).body();
		assertThat(page).contains("anna-" + this.segment, "@example.com", "no end", ">Manual<", ">editor<")
			.doesNotContain("boris-" + this.segment);
	}

	@ParameterizedTest
	@CsvSource({ "anna-%d", "ANNA-%d", "Anna-%d@Example.com" })
	void addsAUserByLoginOrEmail(String text) {
		HttpResponse<String> answer = add(Map.of("user", text.formatted(this.segment)));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(location(answer)).isEqualTo(this.path);
		assertThat(this.landingPage).contains("anna-%d was added to %s.".formatted(this.segment, this.name));
		assertThat(members()).containsExactly(this.anna);
	}

	@Test
	void addsAUserByIdOrSuggestion() {
		add(Map.of("user", String.valueOf(this.anna)));
		add(Map.of("user", "bor", "pick", String.valueOf(this.boris)));
		assertThat(members()).containsExactly(this.anna, this.boris);
	}

	@Test
	void addsForADurationOrUntilADateInTheUsersZone() {
		add(Map.of("user", String.valueOf(this.anna), "ttl", "1d 12h"));
		assertThat(end(this.anna)).isBetween(Instant.now().plus(35, ChronoUnit.HOURS),
				Instant.now().plus(37, ChronoUnit.HOURS));
		LocalDateTime until = LocalDateTime.now().plusDays(40).truncatedTo(ChronoUnit.SECONDS);
		this.editor.post(this.path + "/members", Map.of("user", String.valueOf(this.boris), "until", until.toString()),
				"Cookie", "zone=Asia/Tokyo");
		assertThat(end(this.boris)).isEqualTo(until.atZone(ZoneId.of("Asia/Tokyo")).toInstant());
	}

	@ParameterizedTest
	@CsvSource({ "'', '', '', Enter a login",
			"nobody, '', '', 'No user has the ID, external ID, login or e-mail “nobody”. Check the spelling.'",
			"anna, soon, '', Invalid duration.", "anna, 0s, '', Invalid duration.",
			"anna, 20000d, '', Invalid duration.", "anna, 12:30, '', Invalid duration.",
			"anna, '', 2026-01-01T10:00, The end must be in the future", "anna, '', tomorrow, Invalid date.",
			"anna, 7d, 2033-01-01T10:00, 'Enter a duration or an end date, not both.'" })
	void showsErrorsAtTheirFieldsAndKeepsTheInput(String user, String ttl, String until, String error) {
		String text = user.equals("anna") ? "anna-" + this.segment : user;
		HttpResponse<String> answer = add(Map.of("user", text, "ttl", ttl, "until", until));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(error, "value=\"" + text + "\"", "-error\"", "<!DOCTYPE html>");
		assertThat(members()).isEmpty();
	}

	@Test
	void refusesASetEndThatIsEmpty() {
		HttpResponse<String> answer = add(Map.of("user", String.valueOf(this.anna), "ending", "true"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Enter a duration or an end date", "id=\"ending\" name=\"ending\"",
				"checked");
		assertThat(members()).isEmpty();
	}

	@Test
	void showsThatTheUserIsAlreadyAMember() {
		add(Map.of("user", String.valueOf(this.anna)));
		assertThat(add(Map.of("user", String.valueOf(this.anna))).body())
			.contains("anna-%d is already a member of %s.".formatted(this.segment, this.name));
	}

	@Test
	void rendersOnlyTheFragmentsForHtmx() {
		HttpResponse<String> added = this.editor.post(this.path + "/members",
				Map.of("user", String.valueOf(this.anna), "ttl", "7d"), "HX-Request", "true");
		assertThat(added.statusCode()).isEqualTo(200);
		assertThat(added.headers().firstValue("HX-Trigger")).hasValue("members-changed");
		assertThat(added.body()).contains("id=\"add\"", "was added to").doesNotContain("<html", "value=\"7d\"");
		HttpResponse<String> table = this.editor.get(this.path + "?q=anna", "HX-Request", "true");
		assertThat(table.headers().firstValue("HX-Push-Url")).hasValue(this.path + "?q=anna");
		assertThat(table.body()).contains("anna-" + this.segment, "id=\"now\" hx-swap-oob=\"true\"")
			.doesNotContain("<html");
		assertThat(this.editor.get(this.path + "/members/count", "HX-Request", "true").body())
			.contains("id=\"size-now\">1<", "+1 today")
			.doesNotContain("<html", "table");
		HttpResponse<String> failed = this.editor.post(this.path + "/members", Map.of("user", "nobody"), "HX-Request",
				"true");
		assertThat(failed.statusCode()).isEqualTo(422);
		assertThat(failed.body()).contains("id=\"add\"", "user-error").doesNotContain("<html", "id=\"table\"");
	}

	@Test
	void suggestsUsersAndMarksMembers() {
		add(Map.of("user", String.valueOf(this.anna)));
		String suggestions = this.editor.get(this.path + "/members/suggestions?user=ANNA-" + this.segment).body();
		assertThat(suggestions).contains("already a member").doesNotContain("<button");
		assertThat(this.editor.get(this.path + "/members/suggestions?user=boris-" + this.segment).body())
			.contains("type=\"button\"", "data-login=\"boris-" + this.segment, "value=\"" + this.boris + "\"");
		assertThat(this.editor.get(this.path + "/members/suggestions?user=%00%25").body())
			.contains("No matching users.");
		assertThat(this.editor.get(this.path + "/members/suggestions").body()).doesNotContain("No matching users.");
	}

	@Test
	void keepsTheFilterAndThePageInTheUrl() {
		List<Long> users = new ArrayList<>();
		IntStream.range(0, 60).forEach((number) -> users.add(Sql.addUser(jdbc())));
		jdbc().sql("SELECT add_segment_members(:segment, :users, interval '1 day', NULL, 'page', 1)")
			.param("segment", this.segment)
			.param("users", users.toArray(Long[]::new))
			.query()
			.singleRow();
		String first = this.editor.get(this.path).body();
		assertThat(first).contains("1 to 50 of 60").contains("/users/" + users.get(49) + "\"");
		String second = this.editor.get(next(first)).body();
		assertThat(second).contains("/users/" + users.get(59) + "\"", "rel=\"prev\"")
			.doesNotContain("/users/" + users.get(49) + "\"");
		assertThat(next(this.editor.get(this.path + "?show=ending").body())).contains("?show=ending&at=");
		assertThat(this.editor.get(this.path + "?show=ending&at=x").statusCode()).isEqualTo(400);
	}

	private static String next(String page) {
		Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
		assertThat(next.find()).isTrue();
		return next.group(1).replace("&amp;", "&");
	}

	@Test
	void showsWhenTheListIsEmpty() {
		assertThat(this.editor.get(this.path).body()).contains("No members yet", "paste a list");
		add(Map.of("user", String.valueOf(this.anna)));
		assertThat(this.editor.get(this.path + "?q=zz").body()).contains("No members match “zz”");
		assertThat(this.editor.get(this.path + "?show=ending").body()).contains("No membership has an end");
		assertThat(this.editor.get("/segments/999999999").statusCode()).isEqualTo(404);
	}

	@Test
	void namesTheMembersToRemoveAndCountsTheMissing() {
		add(Map.of("user", String.valueOf(this.anna)));
		String users = "users=%d&users=%d".formatted(this.anna, this.boris);
		assertThat(this.editor.get(this.path + "/members/remove?" + users).body()).contains(
				"Remove 1 user from " + this.name, "1 of the selected users is no longer in", "anna-" + this.segment,
				">Remove 1 user<");
		HttpResponse<String> removed = this.editor.post(this.path + "/members/remove",
				Map.of("users", this.anna + "," + this.boris));
		assertThat(location(removed)).isEqualTo(this.path);
		assertThat(this.editor.get(this.path).body())
			.contains("1 user was removed from %s. 1 user had already left %1$s.".formatted(this.name));
		assertThat(members()).isEmpty();
	}

	@Test
	void returnsToTheSamePageAfterADialog() {
		add(Map.of("user", String.valueOf(this.anna)));
		HttpResponse<String> removed = this.editor.post(this.path + "/members/remove",
				Map.of("users", String.valueOf(this.anna)), "HX-Request", "true", "HX-Current-URL",
				"http://x" + this.path + "?q=an");
		assertThat(removed.headers().firstValue("HX-Redirect")).hasValue(this.path + "?q=an");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/members/remove", "/members/end" })
	void refusesAnEmptySelection(String act) {
		assertThat(this.editor.get(this.path + act).body()).contains("Select at least one member.");
		assertThat(this.editor.post(this.path + act, Map.of("change", "NEVER")).statusCode()).isEqualTo(422);
	}

	@Test
	void extendsSetsAndRemovesEnds() {
		add(Map.of("user", String.valueOf(this.anna), "ttl", "1d"));
		add(Map.of("user", String.valueOf(this.boris)));
		Instant end = end(this.anna);
		String users = this.anna + "," + this.boris;
		assertThat(change(Map.of("users", users, "change", "LATER", "by", "1d")))
			.contains("Extended for 1 user in %s. 1 user has no end and wasn’t changed.".formatted(this.name));
		assertThat(end(this.anna)).isEqualTo(end.plus(1, ChronoUnit.DAYS));
		assertThat(change(Map.of("users", users, "change", "AFTER", "ttl", "2h")))
			.contains("New end set for 2 users in %s.".formatted(this.name));
		assertThat(end(this.boris)).isEqualTo(end(this.anna))
			.isBetween(Instant.now().plusSeconds(7000), Instant.now().plusSeconds(7300));
		change(Map.of("users", users, "change", "AT", "until", "2033-12-31T23:59"));
		assertThat(end(this.boris)).isEqualTo("2033-12-31T23:59:00Z");
		assertThat(change(Map.of("users", users + ",999999999", "change", "NEVER")))
			.contains("End removed for 2 users in %s. 1 user had already left %1$s.".formatted(this.name));
	}

	@ParameterizedTest
	@CsvSource({ "'', '', '', '', Choose an option.", "LATER, '', '', '', Enter a duration such as 14 days or 12h.",
			"LATER, x, '', '', Invalid duration.", "'', x, '', '', Invalid duration.",
			"'', 1d, 2d, '', Choose an option.", "AFTER, '', '', '', Enter a duration such as",
			"AT, '', '', '', Enter a date and time.", "AT, '', '', 2020-01-01T10:00, The end must be in the future" })
	void refusesAnInvalidEnd(String change, String by, String ttl, String until, String error) {
		add(Map.of("user", String.valueOf(this.anna)));
		HttpResponse<String> answer = this.editor.post(this.path + "/members/end",
				Map.of("users", String.valueOf(this.anna), "change", change, "by", by, "ttl", ttl, "until", until));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(error, "Change end for 1 user");
	}

	@ParameterizedTest
	@CsvSource({ "by, 1d, Extended for 1 user", "ttl, 14 days, New end set for 1 user",
			"until, 2033-12-31T23:59, New end set for 1 user" })
	void theOnlyFilledFieldDecidesHowAnEndIsChanged(String field, String value, String result) {
		add(Map.of("user", String.valueOf(this.anna), "ending", "true", "ttl", "7d"));
		assertThat(change(Map.of("users", String.valueOf(this.anna), field, value))).contains(result);
	}

	@Test
	void reviewsAListAndAddsItOnce() {
		add(Map.of("user", String.valueOf(this.boris)));
		HttpResponse<String> read = this.editor.post(this.path + "/members/paste", Map.of("text",
				"anna-%d\nBORIS-%1$d@example.com; %d, nobody, <b>".formatted(this.segment, this.anna), "ttl", "7d"));
		String list = location(read);
		String preview = this.editor.get(list).body();
		assertThat(preview).contains("id=\"fresh\">1<", "id=\"members\">1<", "id=\"unknown\">2<", "id=\"doubled\">1<",
				"Add 1 user to " + this.name, "nobody", "&lt;b&gt;", "Memberships will end on");
		assertThat(members()).containsExactly(this.boris);
		assertThat(this.editor.get(list + "/unknown.txt").body()).isEqualTo("nobody\n<b>\n");

		HttpResponse<String> confirmed = this.editor.post(list, Map.of());
		assertThat(location(confirmed)).startsWith("/tasks/");
		assertThat(location(this.editor.get(location(confirmed)))).isEqualTo(list);
		assertThat(members()).containsExactly(this.anna, this.boris);
		assertThat(this.editor.get(list).body()).contains("1 user was added to " + this.name)
			.doesNotContain("Add 1 user to");
		this.editor.post(this.path + "/members/remove", Map.of("users", String.valueOf(this.anna)));
		this.editor.post(list, Map.of());
		assertThat(members()).containsExactly(this.boris);
	}

	@Test
	void acceptsAtMostAMillionEntries() {
		String entries = "somebody\n".repeat(1_000_001);
		HttpResponse<String> refused = this.editor.post(this.path + "/members/paste", Map.of("text", entries));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("The list has 1,000,001 entries, but the limit is 1,000,000.");
	}

	@Test
	void showsTheFirstUnknownEntriesOfAList() {
		String entries = IntStream.range(0, 200)
			.mapToObj((number) -> "somebody-" + number)
			.collect(Collectors.joining("\n"));
		HttpResponse<String> read = this.editor.post(this.path + "/members/paste", Map.of("text", entries));
		assertThat(this.editor.get(location(read)).body()).contains("id=\"unknown\">200<", "and 100 more");
	}

	@ParameterizedTest
	@CsvSource({ "' ,;', '', Paste at least one", "anna, x, Invalid duration." })
	void refusesAnEmptyList(String text, String ttl, String error) {
		HttpResponse<String> answer = this.editor.post(this.path + "/members/paste", Map.of("text", text, "ttl", ttl));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(error);
	}

	@Test
	void showsAListOnlyToItsOwnerInItsSegment() {
		String list = location(this.editor.post(this.path + "/members/paste", Map.of("text", "x")));
		HttpResponse<String> other = new Pages(this.api).signIn(TestAccount.ADMIN).get(list);
		assertThat(other.statusCode()).isEqualTo(404);
		assertThat(other.body()).contains("Someone else pasted this list", this.path + "/members/paste");
		assertThat(this.editor.get(list.replace(this.path, "/segments/" + Sql.addSegment(jdbc()))).statusCode())
			.isEqualTo(404);
	}

	@Test
	void explainsThatAListWasDeletedAfterADay() {
		String list = location(this.editor.post(this.path + "/members/paste", Map.of("text", "x")));
		jdbc().sql("DELETE FROM member_lists").update();
		assertThat(List.of(this.editor.get(list), this.editor.get(list + "/unknown.txt"),
				this.editor.post(list, Map.of())))
			.allSatisfy((answer) -> {
				assertThat(answer.statusCode()).isEqualTo(404);
				assertThat(answer.body()).contains("Pasted lists are deleted after one day",
						this.path + "/members/paste");
			});
	}

	@Test
	void showsViewersNoActions() {
		add(Map.of("user", String.valueOf(this.anna)));
		Pages viewer = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(viewer.get(this.path).body()).contains("anna-" + this.segment)
			.doesNotContain("name=\"users\"", "id=\"add\"", "/members/paste", "selection-bar");
		for (String act : List.of("/members", "/members/remove", "/members/end", "/members/paste", "/members/lists/1",
				"/members/lists/1/numbers", "/members/lists/1/words", "/members/export", "/members/ids")) {
			assertThat(viewer.post(this.path + act, Map.of("users", String.valueOf(this.anna), "change", "NEVER"))
				.statusCode()).as(act).isEqualTo(403);
		}
		for (String form : List.of("/members/remove?users=1", "/members/end?users=1", "/members/paste")) {
			assertThat(viewer.get(this.path + form).statusCode()).as(form).isEqualTo(403);
		}
		assertThat(members()).containsExactly(this.anna);
	}

	@Test
	void changesAllThatMatchTheFilterNowAndSaysWhenOthersMatchedBefore() {
		add(Map.of("user", String.valueOf(this.anna), "ttl", "1d"));
		add(Map.of("user", String.valueOf(this.boris)));
		Map<String, String> all = Map.of("all", "true", "filter", "ends=day", "expected", "1");
		assertThat(this.editor.post(this.path + "/members/remove?review=", all).body())
			.contains("Remove 1 user from " + this.name, "anna-" + this.segment, "name=\"expected\" value=\"1\"");
		long clara = Sql.addUser(jdbc());
		add(Map.of("user", String.valueOf(clara), "ttl", "2h"));
		String task = location(this.editor.post(this.path + "/members/remove", all));
		String list = location(this.editor.get(task));
		assertThat(list).isEqualTo(this.path + "?ends=day");
		assertThat(this.editor.get(list).body())
			.contains("2 users were removed from %s. When you confirmed, 1 matched, but 2 when the change started."
				.formatted(this.name));
		assertThat(members()).containsExactly(this.boris);
		String end = location(this.editor.post(this.path + "/members/end",
				Map.of("all", "true", "filter", "", "expected", "1", "change", "AFTER", "ttl", "7d")));
		assertThat(this.editor.get(location(this.editor.get(end))).body())
			.contains("New end set for 1 user in %s.".formatted(this.name))
			.doesNotContain("When you confirmed");
	}

	@Test
	void exportsSelectedMembersAndAllThatMatch() {
		add(Map.of("user", String.valueOf(this.anna)));
		add(Map.of("user", String.valueOf(this.boris)));
		assertThat(this.editor
			.post(this.path + "/members/export", Map.of("users", this.boris + "," + this.boris + ",999999999"))
			.body()).startsWith("\uFEFFid,login,email,external_id,")
			.contains("\n%d,boris-%d,".formatted(this.boris, this.segment))
			.doesNotContain("anna-");
		assertThat(this.editor.post(this.path + "/members/ids", Map.of("all", "true", "filter", "q=%27anna")).body())
			.isEmpty();
		assertThat(this.editor.post(this.path + "/members/ids", Map.of("all", "true", "filter", "q=ANNA-")).body())
			.isEqualTo(this.anna + "\n");
		assertThat(this.editor.post(this.path + "/members/ids", Map.of("all", "true")).body())
			.isEqualTo(this.anna + "\n" + this.boris + "\n");
		assertThat(this.editor.post(this.path + "/members/export", Map.of()).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesASelectionThatIsTooLong() {
		String users = IntStream.rangeClosed(1, 1001).mapToObj(String::valueOf).collect(Collectors.joining(","));
		HttpResponse<String> answer = this.editor.post(this.path + "/members/remove", Map.of("users", users));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("Select at most 1,000 members, or all that match.");
	}

	@Test
	void selectsTheUsersOfAnAct() {
		add(Map.of("user", String.valueOf(this.anna)));
		add(Map.of("user", String.valueOf(this.boris)));
		long act = jdbc().sql("SELECT max(id) FROM acts").query(Long.class).single();
		String link = this.path + "?act=" + act;
		assertThat(this.editor.get("/history/" + act).body()).contains("href=\"" + link + "\"");
		assertThat(this.editor.get(link).body())
			.contains("boris-" + this.segment, "Users of change " + act, "All 1 that match")
			.doesNotContain("anna-" + this.segment);
		assertThat(this.editor.get(this.path + "/members/matching?filter=act%3D" + act).body())
			.contains("data-count=\"1\"");
	}

	private HttpResponse<String> add(Map<String, String> form) {
		HttpResponse<String> answer = this.editor.post(this.path + "/members", form);
		if (answer.statusCode() == 302) {
			this.landingPage = this.editor.get(location(answer)).body();
		}
		return answer;
	}

	private String change(Map<String, String> form) {
		return this.editor.get(location(this.editor.post(this.path + "/members/end", form))).body();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers()
			.firstValue("Location")
			.map((location) -> location.replaceFirst("^http://[^/]+", ""))
			.orElseThrow(() -> new AssertionError(answer.body()));
	}

	private Instant end(long user) {
		return Sql.end(jdbc(), user, this.segment);
	}

	private List<Long> members() {
		return Sql.members(jdbc(), this.segment);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
