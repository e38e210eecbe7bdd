package dev.segmentation.membership.end.web;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
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
 * The list of ends in all segments.
 */
@HttpTest
@HistoryAgrees
class EndsPageTests {

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	private long first;

	private long second;

	private long anna;

	@BeforeEach
	void addTwoSegmentsWithEnds() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		this.first = Sql.addSegment(jdbc(), "FIRST", "0");
		this.second = Sql.addSegment(jdbc(), "SECOND", "0");
		this.anna = Sql.addUser(jdbc());
		add(this.first, "2d");
		add(this.second, "3d");
	}

	@Test
	void listsTheEndsOfAllSegmentsInTheirOrder() {
		assertThat(page("/ends")).containsSubsequence("2 memberships end in this period.", box(this.first),
				box(this.second), "2 of 2");
		assertThat(page("/ends?within=day")).contains("No membership ends in this period");
		String day = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
		assertThat(page("/ends?within=" + day)).contains(box(this.second)).doesNotContain(box(this.first));
	}

	@ParameterizedTest
	@CsvSource({ "segment=first, true, false", "segment=SECOND&within=month, false, true", "source=page, true, true",
			"source=import, false, false", "segment=NONE, false, false", "within=9999-99-99, true, true" })
	void filtersBySegmentAndSource(String query, boolean first, boolean second) {
		String page = page("/ends?" + query);
		assertThat(page.contains(box(this.first))).isEqualTo(first);
		assertThat(page.contains(box(this.second))).isEqualTo(second);
	}

	@Test
	void pagesForwardsAndBackThroughEqualEnds() {
		jdbc()
			.sql("""
					INSERT INTO users (login, email) SELECT 'e' || i || '-' || :segment, 'e' || i || '-' || :segment || '@example.com'
					FROM generate_series(1, 60) AS i
					""")
			.param("segment", this.first)
			.update();
		jdbc()
			.sql("""
					SELECT added FROM add_segment_members(:segment, ARRAY(SELECT id FROM users WHERE login LIKE 'e%-' || :segment),
					    interval '1 day', NULL, 'page', 1)
					""")
			.param("segment", this.first)
			.query(Long.class)
			.single();
		String start = page("/ends");
		String next = page(link(start, "next"));
		assertThat(start).contains("62 memberships end").doesNotContain(box(this.second));
		assertThat(next).contains(box(this.first), box(this.second));
		assertThat(page(link(next, "prev"))).doesNotContain(box(this.second));
	}

	@Test
	void changesEndsInSeveralSegments() {
		Map<String, String> form = Map.of("users", key(this.first) + "," + key(this.second), "by", "7d");
		assertThat(post("/ends/change?review=", form).body()).contains("Change 2 ends", "value=\"7d\"", "FIRST",
				"2 of 2 have an end, from ");
		assertThat(post("/ends/change", Map.of("users", form.get("users"), "change", "LATER", "by", "1 week"))
			.statusCode()).isEqualTo(302);
		assertThat(page("/ends?within=month")).contains("2 ends were changed.");
		assertThat(days()).containsExactly(9L, 10L);
	}

	@Test
	void doesNotChangeRestrictedSegments() {
		jdbc().sql("UPDATE segments SET restricted = true WHERE id = ?").param(this.first).update();
		assertThat(page("/ends")).containsPattern("value=\"" + key(this.first) + "\"[^>]*disabled")
			.doesNotContainPattern("value=\"" + key(this.second) + "\"[^>]*disabled");
		post("/ends/change", Map.of("users", key(this.first) + "," + key(this.second), "change", "LATER", "by", "7"));
		assertThat(page("/ends")).contains("1 end was changed. 1 is in a restricted segment.");
		assertThat(days()).containsExactly(2L, 10L);
	}

	@ParameterizedTest
	@CsvSource({ "'', LATER, 7d, Select at least one member.", "0:0, LATER, soon, Invalid duration.",
			"0:0, '', '', Choose an option." })
	void refusesInvalidForms(String users, String change, String by, String error) {
		String key = users.isEmpty() ? "" : key(this.first);
		HttpResponse<String> answer = post("/ends/change", Map.of("users", key, "change", change, "by", by));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains(error);
		assertThat(post("/ends/change", Map.of("users", "x", "change", "NEVER")).statusCode()).isEqualTo(400);
		assertThat(days()).containsExactly(2L, 3L);
	}

	@Test
	void viewersSeeEndsOnly() {
		assertThat(this.signedIn.as(TestAccount.VIEWER).get("/ends").body()).contains("FIRST")
			.doesNotContain("selection-bar");
		assertThat(this.signedIn.as(TestAccount.VIEWER).get("/").body()).contains("href=\"/ends\"");
	}

	private Iterable<Long> days() {
		return jdbc().sql("""
				SELECT ceil(extract(epoch FROM expires_at - now()) / 86400)::bigint FROM memberships
				WHERE user_id = ? ORDER BY segment_id
				""").param(this.anna).query(Long.class).list();
	}

	private static String link(String page, String rel) {
		return page.replaceAll("(?s).*rel=\"" + rel + "\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
	}

	private void add(long segment, String ttl) {
		post("/segments/" + segment + "/members", Map.of("user", "#" + this.anna, "ttl", ttl));
	}

	/** The checkbox of a membership. The key alone may also be a part of a time. */
	private String box(long segment) {
		return "value=\"%s\"".formatted(key(segment));
	}

	private String key(long segment) {
		return segment + ":" + this.anna;
	}

	private String page(String path) {
		return this.signedIn.as(TestAccount.EDITOR).get(path).body();
	}

	private HttpResponse<String> post(String path, Map<String, String> form) {
		return this.signedIn.as(TestAccount.EDITOR).post(path, form);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
