package dev.segmentation.history.web;

import java.util.List;
import java.util.regex.Pattern;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The timeline of a user.
 */
@HttpTest
class TimelinePageTests {

	@Autowired
	TestDatabase database;

	@Autowired
	Pages viewer;

	@Test
	void showsTheSegmentsOfADay() {
		long user = Sql.addUser(jdbc());
		Sql.addPastStay(jdbc(), "BETA", "2026-03-02T23:30:00Z", user);
		Sql.addPastStay(jdbc(), "GAMMA", "2026-03-03T12:00:00Z", user);
		String path = "/users/" + user + "/timeline";
		assertThat(segments(path)).containsExactly("GAMMA", "BETA");
		assertThat(segments(path + "?segment=bet")).containsExactly("BETA");
		assertThat(segments(path + "?day=2026-03-03")).containsExactly("GAMMA");
		assertThat(segments(path + "?day=2026-03-03", "Cookie", "zone=Europe/Moscow")).containsExactly("GAMMA", "BETA");
		assertThat(segments(path + "?day=2026-03-03&segment=beta")).isEmpty();
		assertThat(get(path + "?day=2026-03-03&segment=beta")).contains(
				"No memberships in a segment named “beta” on Mar 3, 2026", "value=\"2026-03-03\"", "value=\"beta\"");
		assertThat(get(path + "?day=2026-03-03", "HX-Request", "true")).startsWith("<div id=\"table\"");
	}

	@Test
	void showsEveryDayWhenTheDayIsInvalid() {
		long user = Sql.addUser(jdbc());
		Sql.addPastStay(jdbc(), "ANY DAY", "2026-03-02T23:30:00Z", user);
		for (String day : List.of("2026-02-30", "yesterday", "-999999999-01-01", "%2B999999999-12-31", "03.03.2026")) {
			String path = "/users/" + user + "/timeline?day=" + day;
			assertThat(segments(path)).containsExactly("ANY DAY");
			assertThat(get(path)).contains("Invalid date.");
		}
		assertThat(get("/users/" + user + "/timeline?segment=%7B0%7D%00%25"))
			.contains("No memberships in a segment named");
	}

	@Test
	void hasPages() {
		long user = Sql.addUser(jdbc());
		for (int day = 1; day <= 51; day++) {
			Sql.addPastStay(jdbc(), "S" + day, "2026-01-01T00:00:00Z", user);
		}
		String first = "/users/" + user + "/timeline?segment=s";
		assertThat(segments(first)).hasSize(50);
		String older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
			.matcher(get(first))
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
		assertThat(segments(older.replace("&amp;", "&"))).containsExactly("S1");
	}

	private List<String> segments(String path, String... headers) {
		return Pattern.compile("class=\"name\">([^<]+)<")
			.matcher(get(path, headers))
			.results()
			.map((found) -> found.group(1))
			.toList();
	}

	private String get(String path, String... headers) {
		return this.viewer.get(path, headers).body();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
