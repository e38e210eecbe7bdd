package dev.segmentation.dashboard.web;

import java.util.List;
import java.util.regex.Pattern;

import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The search of all pages.
 */
@HttpTest
class SearchPageTests {

	@Autowired
	TestDatabase database;

	@Autowired
	Pages viewer;

	@Test
	void findsSegmentsAndUsersTheBestMatchesFirst() {
		Sql.addSegment(this.database.jdbc(), "A zebra", "0");
		Sql.addSegment(this.database.jdbc(), "zebra crossing", "0");
		Sql.addSegment(this.database.jdbc(), "ZEBRA", "0");
		Sql.addUser(this.database.jdbc(), "zebra-2");
		Sql.addUser(this.database.jdbc(), "zebra");
		assertThat(found("/search?q=zebra")).containsExactly("ZEBRA", "zebra crossing", "A zebra", "zebra", "zebra-2");
		assertThat(this.viewer.get("/search?q=zebra").body()).containsOnlyOnce("Exact match:");
	}

	@Test
	void suggestsFiveOfEachBelowTheField() {
		for (int i = 0; i < 8; i++) {
			Sql.addSegment(this.database.jdbc(), "FEW-" + i, "0");
			Sql.addUser(this.database.jdbc(), "few-" + i);
		}
		assertThat(found("/search?q=few")).hasSize(16);
		assertThat(found("/search?q=few", "HX-Request", "true")).hasSize(10);
		assertThat(this.viewer.get("/search?q=few", "HX-Request", "true").body()).doesNotContain("<html")
			.contains("/search?q=few");
		assertThat(this.viewer.get("/search?q=+", "HX-Request", "true").body()).isBlank();
	}

	@Test
	void marksWhatMatchesInEachField() {
		this.database.jdbc().sql("""
				INSERT INTO users (login, email, external_id)
				VALUES ('xavi<b>', 'marked@oboe.example', 'OBOE-1')
				""").update();
		assertThat(this.viewer.get("/search?q=oboe+xavi").body()).contains("<mark>xavi</mark>&lt;b&gt;",
				"marked@<mark>oboe</mark>.example", "<mark>OBOE</mark>-1");
		assertThat(this.viewer.get("/users?q=oboe").body()).contains("marked@<mark>oboe</mark>.example");
	}

	@Test
	void offersSimilarUsersWhenNobodyMatches() {
		Sql.addUser(this.database.jdbc(), "theodora");
		String page = this.viewer.get("/search?q=teodora").body();
		assertThat(page).contains("No user matches “teodora”. These are similar:", "theodora");
		assertThat(this.viewer.get("/users?q=teodora").body()).contains("These are similar:", "theodora");
		assertThat(this.viewer.get("/users?q=theodora").body()).doesNotContain("These are similar:");
	}

	@Test
	void findsASegmentByAnEarlierName() {
		long segment = Sql.addSegment(this.database.jdbc(), "CART_OLD", "0");
		this.database.jdbc().sql("UPDATE segments SET name = 'CHECKOUT_NEW' WHERE id = ?").param(segment).update();
		assertThat(found("/search?q=cart")).containsExactly("CHECKOUT_NEW");
		assertThat(this.viewer.get("/search?q=cart").body()).contains("Earlier name:", "<mark>CART</mark>_OLD");
	}

	@Test
	void showsWhenNothingMatches() {
		assertThat(this.viewer.get("/search?q=%3Cnothing%3E%00%7B0%7D%25").body())
			.contains("No results for “&lt;nothing&gt;{0}%”");
		assertThat(this.viewer.get("/search").body()).contains("Search segments and users");
	}

	private List<String> found(String path, String... headers) {
		return Pattern.compile("class=\"result-name\">(.+?)</bdi>")
			.matcher(this.viewer.get(path, headers).body())
			.results()
			.map((match) -> match.group(1).replaceAll("</?mark>", ""))
			.toList();
	}

}
