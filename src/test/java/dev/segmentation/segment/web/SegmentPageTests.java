package dev.segmentation.segment.web;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the pages of segments. The browser tests check their look and their use.
 */
@HttpTest
class SegmentPageTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void createsASegmentAndRedirectsToIt() {
		Pages pages = editor();
		HttpResponse<String> answer = pages.post("/segments/new",
				Map.of("name", "  Made here ", "description", "What for", "percent", "0"));
		assertThat(answer.statusCode()).isEqualTo(302);
		HttpResponse<String> done = pages.get(location(answer));
		long id = id("Made here");
		assertThat(location(done)).isEqualTo("/segments/" + id);
		assertThat(jdbc().sql("SELECT description FROM segments WHERE id = ?").param(id).query(String.class).single())
			.isEqualTo("What for");
	}

	@Test
	void leadsFromADeletedSegmentToItsHistory() {
		long id = Sql.addSegment(jdbc(), "GONE <b>", "0");
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), id);
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL) WHERE id = ?").param(id).update();
		Pages pages = editor();
		HttpResponse<String> gone = pages.get("/segments/%d?as_of=2026-01-01".formatted(id));
		assertThat(gone.statusCode()).isEqualTo(404);
		assertThat(gone.body()).contains("This segment was deleted");
		Matcher history = Pattern.compile("href=\"(/history\\?segment=[^\"]+)\"").matcher(gone.body());
		assertThat(history.find()).isTrue();
		assertThat(pages.get(history.group(1)).body()).contains("class=\"act-sentence\"", "GONE &lt;b&gt;");
		assertThat(pages.get("/segments/999999").body()).contains("Page not found");
	}

	@Test
	void addsNobodyBeforeThePreview() {
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		Sql.addUsers(jdbc(), 7);
		Pages pages = editor();
		String asked = pages.post("/segments/new", Map.of("name", "HALF", "percent", "50,5")).body();
		assertThat(asked).contains("4 of 7 users will be added", "value=\"50,5\"",
				"Check how many users will be added");
		assertThat(exists("HALF")).isFalse();
		pages.post("/segments/new", Map.of("name", "HALF", "percent", "50,5", "seen", "50,5"));
		assertThat(jdbc().sql("SELECT count(*) FROM memberships WHERE segment_id = ?")
			.param(id("HALF"))
			.query(Long.class)
			.single()).isEqualTo(4);
	}

	@Test
	void previewsAPercentageWithoutCreating() {
		Pages pages = editor();
		String shown = pages.post("/segments/new", Map.of("name", "", "percent", "0", "preview", "true")).body();
		assertThat(shown).contains("The name must have 2 to 64 characters.");
		assertThat(pages.post("/segments/new", Map.of("name", "SHOWN ONLY", "percent", "0", "preview", "true"))
			.statusCode()).isEqualTo(200);
		assertThat(exists("SHOWN ONLY")).isFalse();
		String part = pages.get("/segments/new/share?percent=12.5", "HX-Request", "true").body();
		assertThat(part).contains("name=\"seen\" value=\"12.5\"").doesNotContain("<html", "<form");
		assertThat(pages.get("/segments/new/share?percent=12.", "HX-Request", "true").body()).contains("name=\"seen\"");
		assertThat(pages.get("/segments/new/share?percent=x", "HX-Request", "true").body())
			.doesNotContain("name=\"seen\"");
	}

	@ParameterizedTest
	@CsvSource({ "020, 20", "'00,5', 0.5", "0100, 100", "007.25, 7.25" })
	void acceptsLeadingZerosInAPercentage(String typed, BigDecimal percent) {
		String name = "ZEROS " + percent;
		editor().post("/segments/new", Map.of("name", name, "percent", typed, "seen", typed));
		assertThat(jdbc().sql("SELECT assign_percent FROM segments WHERE name = ?")
			.param(name)
			.query(BigDecimal.class)
			.single()).isEqualByComparingTo(percent);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "100.01", "12.345", "1e1", "abc", "0x1", "101", "0101" })
	void refusesAnInvalidPercentageAndKeepsTheInput(String percent) {
		HttpResponse<String> answer = editor().post("/segments/new",
				Map.of("name", "KEPT <b>", "description", "Kept too", "percent", percent));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"percent-error\"", "Enter a number from 0 to 100",
				"value=\"KEPT &lt;b&gt;\"", "Kept too", "value=\"" + percent + "\"");
	}

	@ParameterizedTest
	@CsvSource({ "a", "' '", "''", "'a\tb'" })
	void showsAnInvalidNameAtItsField(String name) {
		HttpResponse<String> answer = editor().post("/segments/new", Map.of("name", name, "percent", "0"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"name-error\"", "The name must have 2 to 64 characters.");
	}

	@Test
	void refusesATakenNameAndWhatLooksLikeIt() {
		Sql.addSegment(jdbc(), "TAKEN NAME", "0");
		for (String name : List.of("TAKEN NAME", "TAKEN\u00A0NAME", "TAKEN\u200B NAME", "\u202ETAKEN NAME")) {
			HttpResponse<String> answer = editor().post("/segments/new", Map.of("name", name, "percent", "0"));
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.body()).contains("id=\"name-error\"", "Another segment has this name");
		}
	}

	@Test
	void acceptsNamesInAnyScript() {
		String name = "🎁".repeat(32) + "ש".repeat(32);
		editor().post("/segments/new", Map.of("name", name, "percent", ""));
		assertThat(exists(name)).isTrue();
	}

	/**
	 * Names of the API may have blanks and line breaks, which form fields do not keep.
	 */
	@ParameterizedTest
	@ValueSource(strings = { " SPACED ", "TWO\nLINES" })
	void keepsAnUnchangedNameAsItIs(String name) {
		long id = Sql.addSegment(jdbc(), name, "0");
		String shown = name.replace("\n", "");
		editor().post("/segments/" + id + "/settings", Map.of("name", shown, "description", "New", "version", "1"));
		assertThat(jdbc().sql("SELECT name || '|' || description FROM segments WHERE id = :id")
			.param("id", id)
			.query(String.class)
			.single()).isEqualTo(name + "|New");
		editor().post("/segments/" + id + "/delete", Map.of("name", shown));
		assertThat(exists(name)).isFalse();
	}

	@Test
	void savesADescriptionWithoutInvisibleCharacters() {
		editor().post("/segments/new",
				Map.of("name", "MARKED", "description", "\u202Eend\u202C of\u00A0line\u200B", "percent", ""));
		assertThat(jdbc().sql("SELECT description FROM segments WHERE name = 'MARKED'").query(String.class).single())
			.isEqualTo("end of line");
	}

	@Test
	void changesNameAndDescription() {
		long id = Sql.addSegment(jdbc());
		HttpResponse<String> answer = editor().post("/segments/" + id + "/settings",
				Map.of("name", "RENAMED HERE", "description", "New", "version", "1"));
		assertThat(location(answer)).isEqualTo("/segments/" + id + "/settings");
		assertThat(id("RENAMED HERE")).isEqualTo(id);
	}

	@Test
	void showsTheSecondEditorTheSettingsOfTheFirst() {
		long id = Sql.addSegment(jdbc());
		String settings = "/segments/" + id + "/settings";
		Pages pages = editor();
		pages.post(settings, Map.of("name", "THE FIRST", "description", "first", "version", "1"));
		HttpResponse<String> second = pages.post(settings,
				Map.of("name", "THE SECOND", "description", "second", "version", "1"));
		assertThat(second.statusCode()).isEqualTo(409);
		assertThat(second.body()).contains("This segment changed while you were editing", "THE FIRST",
				"value=\"THE SECOND\"", "name=\"version\" value=\"2\"");
		assertThat(exists("THE SECOND")).isFalse();
		assertThat(pages.post(settings, Map.of("name", "THE SECOND", "description", "second", "version", "2"))
			.statusCode()).isEqualTo(302);
		assertThat(exists("THE SECOND")).isTrue();
	}

	@Test
	void showsInvalidSettingsAtTheirFieldsAndKeepsTheVersion() {
		Sql.addSegment(jdbc(), "TAKEN BY ONE", "0");
		long id = Sql.addSegment(jdbc());
		HttpResponse<String> taken = editor().post("/segments/" + id + "/settings",
				Map.of("name", "TAKEN BY ONE", "description", "", "version", "1"));
		assertThat(taken.statusCode()).isEqualTo(422);
		assertThat(taken.body()).contains("id=\"name-error\"", "name=\"version\" value=\"1\"");
		HttpResponse<String> endless = editor().post("/segments/" + id + "/settings",
				Map.of("name", "FINE", "description", "x".repeat(1001), "version", "1"));
		assertThat(endless.statusCode()).isEqualTo(422);
		assertThat(endless.body()).contains("id=\"description-error\"");
	}

	@Test
	void deletesOnlyAfterTheNameIsTyped() {
		long id = Sql.addSegment(jdbc(), "To be gone", "0");
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), id);
		Pages pages = editor();
		String form = "/segments/" + id + "/delete";
		assertThat(pages.get(form).body()).contains("1 user will be removed.");
		HttpResponse<String> wrong = pages.post(form, Map.of("name", "to be gone"));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("The name doesn’t match", "value=\"to be gone\"");
		assertThat(exists("To be gone")).isTrue();
		HttpResponse<String> right = pages.post(form, Map.of("name", "To be gone "), "HX-Request", "true");
		assertThat(right.headers().firstValue("HX-Redirect").orElseThrow()).startsWith("/tasks/");
		assertThat(exists("To be gone")).isFalse();
		assertThat(pages.post(form, Map.of("name", "To be gone")).body()).contains("This no longer exists");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/segments/999999/size", "/segments/999999/settings", "/segments/999999/delete",
			"/segments/99999999999999999999/size" })
	void answersNotFoundForADeletedSegment(String path) {
		HttpResponse<String> answer = editor().get(path);
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("Page not found");
	}

	@Test
	void showsViewersNoActions() {
		long id = Sql.addSegment(jdbc(), "FOR VIEWERS", "0");
		Pages pages = new Pages(this.api).signIn(TestAccount.VIEWER);
		assertThat(pages.get("/segments").body()).contains("FOR VIEWERS").doesNotContain("/segments/new");
		assertThat(pages.get("/segments/" + id + "/settings").body()).contains("FOR VIEWERS")
			.doesNotContain("Save changes", "/delete");
		assertThat(pages.get("/segments/new").statusCode()).isEqualTo(403);
		assertThat(pages.get("/segments/" + id + "/delete").statusCode()).isEqualTo(403);
		assertThat(pages.post("/segments/" + id + "/delete", Map.of("name", "FOR VIEWERS")).statusCode())
			.isEqualTo(403);
		assertThat(pages.post("/segments/" + id + "/settings", Map.of("name", "XX", "version", "1")).statusCode())
			.isEqualTo(403);
		assertThat(exists("FOR VIEWERS")).isTrue();
	}

	@Test
	void rendersOnlyTheTableForHtmxAndPushesItsUrl() {
		Sql.addSegment(jdbc(), "FOUND & KEPT", "0");
		HttpResponse<String> answer = editor().get("/segments?search=found+%26&sort=name&order=asc&x=1", "HX-Request",
				"true");
		assertThat(answer.body()).contains("id=\"table\"", "<mark>FOUND</mark> <mark>&amp;</mark> KEPT")
			.doesNotContain("<html", "<h1");
		assertThat(answer.headers().firstValue("HX-Push-Url")).hasValue("/segments?search=found%20%26");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sort=nonsense", "order=nonsense", "search=%00", "at=" })
	void ignoresInvalidParameters(String query) {
		Sql.addSegment(jdbc());
		assertThat(editor().get("/segments?" + query).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "at=nonsense", "at=YTp4Onk", "sort=size&at=YToxOng" })
	void refusesATamperedCursor(String query) {
		assertThat(editor().get("/segments?" + query).statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "30", "90", "365", "7", "nonsense" })
	void showsTheSizeOfEachDay(String days) {
		long id = Sql.addSegment(jdbc());
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), id);
		HttpResponse<String> answer = editor().get("/segments/" + id + "/size?days=" + days);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("In this period: 1 added, 0 removed, 0 expired.");
	}

	private static String location(HttpResponse<String> answer) {
		return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

	private Pages editor() {
		return new Pages(this.api).signIn(TestAccount.EDITOR);
	}

	private boolean exists(String name) {
		return jdbc().sql("SELECT EXISTS (SELECT FROM segments WHERE name = ?)")
			.param(name)
			.query(Boolean.class)
			.single();
	}

	private long id(String name) {
		return jdbc().sql("SELECT id FROM segments WHERE name = ?").param(name).query(Long.class).single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
