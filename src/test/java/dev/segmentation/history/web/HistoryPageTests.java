package dev.segmentation.history.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the history: the list with its filters, an act, and the tab of a segment.
 */
@HttpTest
class HistoryPageTests {

	private static final Pattern SENTENCE = Pattern.compile("act-sentence\">\\s*<a href=\"/history/(\\d+)\"");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	Pages viewer;

	private static long gone;

	private static long late;

	private static long early;

	@BeforeAll
	static void addActs(@Autowired TestDatabase database) {
		Sql.addUser(database.jdbc(), "maria");
		gone = act(database, "2026-03-10T12:00:00Z", "api", 1, "GONE", 9, 77);
		late = act(database, "2026-03-31T23:30:00Z", "page", 2, "SPRING", 5, 1);
		early = act(database, "2026-04-01T00:30:00Z", "import", 2, "SPRING", 5, 1, 4711);
	}

	private static long act(TestDatabase database, String at, String kind, long account, String segment, long segmentId,
			long... users) {
		String note = "page".equals(kind)
				? "\u0427\u0451\u0440\u043d\u0430\u044f \u041f\u042f\u0422\u041d\u0418\u0426\u0410, Friday 100%" : null;
		return RecordedAct.at(database.jdbc(), at, kind, account, note).added(segmentId, segment, users).id();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                                       | UTC              | 3 2 1
			month=2026-03                            | UTC              | 2 1
			month=2026-04                            | UTC              | 3
			month=2026-03                            | Asia/Tokyo       | 1
			month=2026-04                            | Asia/Tokyo       | 3 2
			month=2026-03                            | America/New_York | 3 2 1
			from=2026-03-31&to=2026-03-31            | UTC              | 2
			from=2026-04-01                          | Asia/Tokyo       | 3 2
			to=2026-03-31                            | America/New_York | 3 2 1
			month=2026-03&from=2026-03-11            | UTC              | 2
			users=maria                              | UTC              | 3 2
			users=MARIA@example.com,77               | UTC              | 3 2 1
			users=maria%0D%0A77                      | UTC              | 3 2 1
			users=4711                               | UTC              | 3
			users=%234711                            | UTC              | 3
			segment=gone                             | UTC              | 1
			segment=SPRING&cause=import              | UTC              | 3
			cause=api&cause=page                     | UTC              | 2 1
			account=EDITOR                           | UTC              | 3 2
			account=admin&month=2026-03              | UTC              | 1
			account=viewer                           | UTC              | ''
			users=1&segment=GONE                     | UTC              | ''
			note=fRIDAY                              | UTC              | 2
			note=%D0%BF%D1%8F%D1%82%D0%BD%D0%B8      | UTC              | 2
			note=%20100%25%20                        | UTC              | 2
			note=1_0                                 | UTC              | ''
			note=friday&segment=SPRING               | UTC              | 2
			note=friday&segment=GONE                 | UTC              | ''
			note=friday&users=maria                  | UTC              | 2
			note=friday&account=admin                | UTC              | ''
			note=friday&month=2026-04                | UTC              | ''
			""")
	void showsTheActsThatMeetTheFilters(String query, String zone, String acts) {
		String page = get("/history?" + query, "Cookie", "zone=" + zone).body();
		assertThat(shown(page)).isEqualTo(numbers(acts));
		assertThat(page.contains("No matches")).isEqualTo(acts.isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					segment=NEVER           | No segment has or had the name “NEVER”. Check the name.
					users=maria,nobody      | No user has the ID, external ID, login or e-mail “nobody”. Check the spelling.
					users=maria%2077        | No user has the ID, external ID, login or e-mail “maria 77”. Check the spelling.
					users=,                 | “,” names no user. Enter at least one user, or remove the filter.
					users=%E2%80%8B         | names no user. Enter at least one user, or remove the filter.
					account=nobody          | No account has the login “nobody”. Check the login.
					month=2026-13           | “2026-13” isn’t a valid month. Use the format 2026-11.
					from=yesterday          | “yesterday” isn’t a valid date. Use the format 2026-11-24.
					during=2026-11-24       | “2026-11-24” isn’t a valid hour or day
					during=2026-11-24T09:00:00Z/P2D | isn’t a valid hour or day
					month=2026-10&to=2026-11-01     | 2026-11-01 isn’t in 2026-10
					to=2026-02-30           | “2026-02-30” isn’t a valid date. Use the format 2026-11-24.
					from=2026-03-02&to=2026-03-01 | This day is before the first day.
					month=9999-12           | <bdi>9999-12</bdi>
					users=%22Smith,%20John%22,maria | No user has the ID, external ID, login or e-mail “Smith, John”. Check the spelling.
					cause=magic             | “magic” isn’t a valid source. Choose one from the list.
					users=list:3-AAAAAAAAAAAAAAAAAAAAAA | The list “list:3-AAAAAAAAAAAAAAAAAAAAAA” doesn’t exist.
					segment=%00%3Cb%3E      | the name “&lt;b&gt;”
					""")
	void explainsInvalidFilters(String query, String problem) {
		String page = get("/history?" + query).body();
		assertThat(page).contains(problem);
		assertThat(shown(page)).isEmpty();
	}

	@Test
	void answersHtmxWithTheTableAndPushesItsUrl() {
		HttpResponse<String> part = get(
				"/history?month=&from=&to=&users=maria%20,2&segment=&account=&cause=page&cause=import", "HX-Request",
				"true", "HX-Current-URL", this.api.root() + "/history");
		assertThat(part.body()).doesNotContain("<html").contains("id=\"table\"");
		assertThat(part.headers().firstValue("HX-Push-Url"))
			.hasValue("/history?users=maria%2C2&cause=page&cause=import");
	}

	@Test
	void redirectsToTheUrlWithoutEmptyFilters() {
		HttpResponse<String> answer = get("/history?month=&from=&to=&users=&segment=A+%26+B&account=");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/history?segment=A%20%26%20B");
	}

	@Test
	void neverRedirectsFromNoUserToAllUsers() {
		HttpResponse<String> answer = get("/history?month=&users=,");
		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/history?users=%2C");
	}

	@Test
	void linksToTheHistoryWithoutEachFilter() {
		String page = get("/history?month=2026-03&segment=SPRING&cause=page").body();
		assertThat(page).contains("href=\"/history?segment=SPRING&amp;cause=page\"",
				"href=\"/history?month=2026-03&amp;cause=page&amp;zone=UTC\"",
				"href=\"/history?month=2026-03&amp;segment=SPRING&amp;zone=UTC\"");
	}

	@Test
	void suggestsCurrentAndFormerNamesOfSegments() {
		assertThat(get("/history/segment-names?segment=g").body()).contains("value=\"GONE\"").doesNotContain("SPRING");
		assertThat(get("/history/segment-names").body()).contains("GONE", "SPRING");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/history?at=x", "/history?at=MTIzNDU2Nzg5MA", "/users/1/timeline?at=x" })
	void refusesAnInvalidCursor(String path) {
		assertThat(get(path).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesAnInvalidCursorOfAnActAndOfASegment() {
		long segment = Sql.addSegment(jdbc());
		assertThat(get("/segments/%d/history?at=x".formatted(segment)).statusCode()).isEqualTo(400);
		assertThat(get("/history/%d?at=x".formatted(early)).statusCode()).isEqualTo(400);
	}

	@Test
	void showsAnActWithDeletedUsers() {
		String page = get("/history/" + early).body();
		assertThat(page).contains("editor", "added 2 users to", "from a list", "maria", "maria@example.com",
				"deleted user #4711", "SPRING (deleted)");
		assertThat(get("/history/987654321").statusCode()).isEqualTo(404);
		assertThat(get("/history/x").statusCode()).isEqualTo(404);
	}

	@Test
	void pagesThroughTheUsersOfEachChangeOfAnAct() {
		long act = RecordedAct.at(jdbc(), "2020-01-01T00:00:00Z", "api", 1L, "two at once")
			.added(31, "MANY", LongStream.rangeClosed(1000, 1119).toArray())
			.deleted(32, "FEW", 5000)
			.id();
		String first = get("/history/" + act).body();
		assertThat(users(first)).hasSize(50).startsWith("1000").endsWith("1049");
		assertThat(first).contains("two at once", "50 of 120").doesNotContain("rel=\"prev\"");
		String second = get(link(first, "next")).body();
		assertThat(users(second)).hasSize(50).startsWith("1050");
		String third = get(link(second, "next"), "HX-Request", "true").body();
		assertThat(users(third)).hasSize(20).endsWith("1119");
		assertThat(third).doesNotContain("<html").doesNotContain("rel=\"next\"");
		assertThat(users(get(link(third, "prev")).body())).isEqualTo(users(second));
		assertThat(users(get(link(second, "prev")).body())).isEqualTo(users(first));
		assertThat(users(get("/history/" + act + "?segment=32&type=deleted").body())).containsExactly("5000");
		assertThat(users(get("/history/" + act + "?segment=32&type=added").body())).isEmpty();
	}

	@Test
	void namesASingleUserAlsoAfterItsDeletion() {
		long segment = Sql.addSegment(jdbc(), "LEFT-BEHIND", "0");
		long user = Sql.addUser(jdbc(), "only-user");
		Sql.addMemberships(jdbc(), user, segment);
		String path = "/segments/%d/history".formatted(segment);
		String act = Pattern.compile("/history/[0-9]+")
			.matcher(get(path).body())
			.results()
			.findFirst()
			.orElseThrow()
			.group();
		assertThat(get(act + "?segment=%d&type=added".formatted(segment)).body()).contains("only-user\u2069 added to");
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL) WHERE id = :id").param("id", user).update();
		assertThat(get(path).body())
			.contains("added deleted user #%d to".formatted(user), "removed deleted user #%d from".formatted(user))
			.doesNotContain("class=\"act-user\"");
		assertThat(get(act).body()).contains("deleted user #%d added to".formatted(user));
	}

	@Test
	void showsTheActsOfASegmentInItsTab() {
		long segment = Sql.addSegment(jdbc(), "TABBED", "0");
		long other = Sql.addSegment(jdbc(), "OTHER", "0");
		assertThat(get("/segments/%d/history".formatted(segment)).body()).contains("No changes yet");
		long user = Sql.addUser(jdbc(), "tabbed-user");
		Sql.addMemberships(jdbc(), user, segment, other);
		String tab = get("/segments/%d/history".formatted(segment)).body();
		assertThat(tab).contains("added \u2068tabbed-user\u2069 to", "TABBED", "href=\"/users/%d\"".formatted(user))
			.doesNotContain("OTHER");
		assertThat(SENTENCE.matcher(tab).results()).hasSize(1);
		assertThat(get("/segments/%d/history".formatted(segment), "HX-Request", "true").body()).contains("id=\"table\"")
			.doesNotContain("<html");
		assertThat(get("/segments/987654321/history").statusCode()).isEqualTo(404);
	}

	@Test
	void speaksRussian() {
		assertThat(get("/history", "Accept-Language", "ru").body()).contains("добавлено 2 пользователя в", "по списку",
				"Все месяцы", "апрель 2026");
		assertThat(get("/history/" + early, "Accept-Language", "ru").body()).contains("удалённый пользователь, ID 4711",
				"Добавлено 2 пользователя в");
	}

	private List<Long> numbers(String acts) {
		return acts.isEmpty() ? List.of()
				: Pattern.compile(" ")
					.splitAsStream(acts)
					.map((number) -> List.of(gone, late, early).get(Integer.parseInt(number) - 1))
					.toList();
	}

	private List<Long> shown(String page) {
		return SENTENCE.matcher(page)
			.results()
			.map((act) -> Long.valueOf(act.group(1)))
			.filter((act) -> act <= early)
			.toList();
	}

	private static List<String> users(String page) {
		return Pattern.compile("<td class=\"number\">(\\d+)</td>")
			.matcher(page)
			.results()
			.map((user) -> user.group(1))
			.filter((user) -> user.length() == 4)
			.toList();
	}

	private static String link(String page, String direction) {
		return Pattern.compile("rel=\"" + direction + "\" href=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((link) -> link.group(1).replace("&amp;", "&"))
			.findFirst()
			.orElseThrow();
	}

	private HttpResponse<String> get(String path, String... headers) {
		return this.viewer.get(path, headers);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
