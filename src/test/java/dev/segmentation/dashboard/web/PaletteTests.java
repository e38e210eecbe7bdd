package dev.segmentation.dashboard.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of the palette.
 */
@HttpTest
class PaletteTests {

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@Autowired
	Api api;

	@Test
	void offersEachRoleThePagesThatItMayOpen() {
		Pages admin = new Pages(this.api).signIn(TestAccount.ADMIN);
		for (Pages browser : List.of(admin, this.editor, this.viewer)) {
			assertThat(addresses(browser, "")).contains("/segments", "/shortcuts")
				.filteredOn((path) -> !path.startsWith("/docs"))
				.allSatisfy((path) -> assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200));
		}
		assertThat(addresses(admin, "")).contains("/audit", "/segments/new");
		assertThat(addresses(this.editor, "")).contains("/segments/new").doesNotContain("/audit");
		assertThat(addresses(this.viewer, "")).doesNotContain("/segments/new", "/users/import", "/tokens");
	}

	@Test
	void findsPagesAndActionsByTheBeginningsOfWordsInBothLanguages() {
		assertThat(addresses(this.editor, "new seg")).containsExactly("/segments/new");
		assertThat(addresses(this.editor, "ИСТОР")).containsExactly("/history");
		assertThat(addresses(this.editor, "istory")).isEmpty();
	}

	@Test
	void addsTheNamedUserToTheNamedSegment() {
		long anna = Sql.addUser(this.database.jdbc(), "anna.palette");
		long beta = Sql.addSegment(this.database.jdbc(), "PALETTE BETA", "0");
		long gamma = Sql.addSegment(this.database.jdbc(), "PALETTE GAMMA", "0");
		String path = "/users/" + anna + "/segments/add?segment=";
		for (String text : List.of("anna.palette palette beta", "Add anna.palette to beta",
				"добавить anna.palette в beta", "anna.pal BETA")) {
			assertThat(addresses(this.editor, text)).as(text).contains(path + beta).doesNotContain(path + gamma);
		}
		assertThat(addresses(this.editor, "anna.palette palette")).contains(path + beta, path + gamma);
		assertThat(addresses(this.viewer, "anna.palette beta")).doesNotContain(path + beta);
		assertThat(addresses(this.editor, "nobody.palette beta")).doesNotContain(path + beta);
		assertThat(this.editor.get(path + beta).body()).contains("value=\"%d\" checked".formatted(beta));
		Sql.addMemberships(this.database.jdbc(), anna, beta);
		assertThat(addresses(this.editor, "anna.palette beta")).doesNotContain(path + beta);
	}

	@Test
	void offersThreeUsersAndSaysWhichAreMembersAlready() {
		long segment = Sql.addSegment(this.database.jdbc(), "VERA PALETTE", "0");
		List<Long> veras = Stream.of("vera.a", "vera.b", "vera.c", "vera.d", "vera.e")
			.map((login) -> Sql.addUser(this.database.jdbc(), login))
			.toList();
		Sql.addMemberships(this.database.jdbc(), veras.getFirst(), segment);
		List<String> added = IntStream.rangeClosed(1, 3)
			.mapToObj((at) -> "/users/" + veras.get(at) + "/segments/add?segment=" + segment)
			.toList();
		for (String text : List.of("vera vera palette", "vera palette vera.", "add vera to vera palette")) {
			assertThat(addresses(this.editor, text)).as(text)
				.containsSubsequence(added)
				.contains("/users/" + veras.getFirst())
				.filteredOn((path) -> path.contains("/segments/add"))
				.hasSize(3);
			assertThat(list(this.editor, text)).contains("already in");
		}
	}

	@Test
	void findsAUserByWordsBeforeTheSegment() {
		long boris = Sql.addUser(this.database.jdbc(), "boris.words");
		long segment = Sql.addSegment(this.database.jdbc(), "WORDED", "0");
		String path = "/users/" + boris + "/segments/add?segment=" + segment;
		for (String text : List.of("boris words worded", "worded boris.words", "worded boris words")) {
			assertThat(addresses(this.editor, text)).as(text).contains(path);
		}
	}

	@Test
	void offersNoAdditionToASegmentThatTheAccountMayNotChange() {
		long anna = Sql.addUser(this.database.jdbc(), "anna.locked");
		long locked = Sql.addSegment(this.database.jdbc(), "LOCKED PALETTE", "0");
		String path = "/users/" + anna + "/segments/add?segment=" + locked;
		assertThat(addresses(this.editor, "anna.locked locked")).contains(path);
		this.database.jdbc().sql("UPDATE segments SET restricted = true WHERE id = ?").param(locked).update();
		assertThat(addresses(this.editor, "anna.locked locked")).doesNotContain(path);
	}

	@Test
	void offersSimilarUsersOnlyToOpenThem() {
		long user = Sql.addUser(this.database.jdbc(), "konstantin.similar");
		Sql.addSegment(this.database.jdbc(), "SIMILAR", "0");
		assertThat(list(this.editor, "konstantyn.similar")).contains("Similar users");
		assertThat(addresses(this.editor, "konstantyn.similar")).containsExactly("/users/" + user);
		assertThat(addresses(this.editor, "konstantyn.similar SIMILAR"))
			.noneMatch((path) -> path.contains("/segments/add"));
		assertThat(addresses(this.editor, "konstantin.similar SIMILAR"))
			.anyMatch((path) -> path.contains("/segments/add"));
	}

	@Test
	void findsAnActByItsNumber() {
		long user = Sql.addUser(this.database.jdbc(), "acted");
		Sql.addMemberships(this.database.jdbc(), user, Sql.addSegment(this.database.jdbc(), "ACTED", "0"));
		long act = this.database.jdbc().sql("SELECT max(id) FROM acts").query(Long.class).single();
		assertThat(addresses(this.viewer, String.valueOf(act))).contains("/history/" + act);
		assertThat(addresses(this.viewer, "#" + act)).contains("/history/" + act);
		assertThat(this.viewer.get("/search?q=" + act).body()).contains("href=\"/history/" + act);
		assertThat(addresses(this.viewer, "#999999999999999999")).isEmpty();
	}

	@Test
	void findsActsByNoteAccountAndSegment() {
		long segment = Sql.addSegment(this.database.jdbc(), "FOUND ACTS", "0");
		long user = Sql.addUser(this.database.jdbc(), "found.acts");
		this.editor.post("/segments/" + segment + "/members", Map.of("user", "#" + user, "note", "Summer festival"));
		String act = "/history/" + this.database.jdbc().sql("SELECT max(id) FROM acts").query(Long.class).single();
		for (String text : List.of("mer FEST", "editor", "found acts", "FOUND ACTS #" + segment)) {
			assertThat(addresses(this.viewer, text)).as(text).contains(act);
			assertThat(this.viewer.get("/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).body()).as(text)
				.contains("href=\"" + act + "\"");
		}
		assertThat(addresses(this.viewer, "winter fest")).doesNotContain(act);
	}

	@Test
	void saysHowManyLinesThereAre() {
		assertThat(list(this.viewer, "audit")).contains("data-said=\"No results for “audit”\"");
		assertThat(list(this.viewer, "histo")).contains("data-said=\"1 result\"");
	}

	private static String list(Pages browser, String text) {
		return browser.get("/search?q=" + text.replace(" ", "+").replace("#", "%23"), "HX-Request", "true").body();
	}

	private static List<String> addresses(Pages browser, String text) {
		return Pattern.compile("<a class=\"result\"[^>]*href=\"([^\"]+)\"")
			.matcher(list(browser, text))
			.results()
			.map((match) -> match.group(1))
			.filter((path) -> !path.startsWith("/search"))
			.toList();
	}

}
