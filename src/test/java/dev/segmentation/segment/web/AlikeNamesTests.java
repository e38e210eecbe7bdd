package dev.segmentation.segment.web;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that differ only in the case of letters: the pages refuse them, version 1 accepts
 * them, and the history tells them apart.
 */
@HttpTest
class AlikeNamesTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private Pages editor;

	private long upper;

	@BeforeEach
	void addASegment() {
		this.database.jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		this.editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		this.upper = add("BETA");
	}

	@Test
	void areRefusedByThePagesWithALinkToTheSegment() {
		String created = this.editor.post("/segments/new", Map.of("name", "beta")).body();
		assertThat(created).contains("differs only in capital letters", "href=\"/segments/" + this.upper + "\"");
		String same = this.editor.post("/segments/new", Map.of("name", "BETA")).body();
		assertThat(same).contains("Another segment has this name", "href=\"/segments/" + this.upper + "\"");
		long other = add("GAMMA");
		assertThat(rename(other, "Beta").body()).contains("differs only in capital letters", "Show BETA");
		assertThat(names()).isEqualTo("BETA,GAMMA");
	}

	@Test
	void areAcceptedForTheSameSegmentAndThoseThatExist() {
		assertThat(rename(this.upper, "Beta").statusCode()).isEqualTo(302);
		long lower = add("beta");
		assertThat(rename(lower, "beta").statusCode()).isEqualTo(302);
	}

	@Test
	void areAcceptedByVersionOne() {
		assertThat(this.api.as(TestAccount.ADMIN).post("/segments/create", "{\"name\": \"beta\"}").status())
			.isLessThan(300);
		assertThat(names()).isEqualTo("BETA,beta");
	}

	@Test
	void areToldApartInTheHistory() {
		long big = add("TOLD");
		long small = add("told");
		Sql.addMemberships(this.database.jdbc(), Sql.addUser(this.database.jdbc()), big, small);
		assertThat(acts("TOLD")).contains("to TOLD").doesNotContain("to told");
		assertThat(acts("told")).contains("to told").doesNotContain("to TOLD");
		assertThat(acts("Told")).contains("to told", "to TOLD")
			.contains("Several segments have or had the name “Told”", "segment=told%20%23" + small,
					"segment=TOLD%20%23" + big);
		assertThat(acts("anything%20%23" + small)).contains("to told").doesNotContain("to TOLD", "Several segments");
		String tab = this.editor.get("/segments/" + small + "/history").body();
		assertThat(tab).containsPattern("href=\"/history\\?segment=told(%20|\\+)%23" + small + "\"");
	}

	/** The sentences, and the notice above them. */
	private String acts(String segment) {
		return Pattern.compile("<a href=\"/history/\\d+\">([^<]+)|id=\"fits\".*?</ul>", Pattern.DOTALL)
			.matcher(this.editor.get("/history?segment=" + segment).body().replaceAll("[\u2068\u2069]", ""))
			.results()
			.map((found) -> found.group())
			.reduce("", String::concat);
	}

	private HttpResponse<String> rename(long segment, String name) {
		return this.editor.post("/segments/" + segment + "/settings",
				Map.of("name", name, "version", version(segment)));
	}

	private String version(long segment) {
		return this.database.jdbc()
			.sql("SELECT version FROM segments WHERE id = ?")
			.param(segment)
			.query(String.class)
			.single();
	}

	private String names() {
		return this.database.jdbc()
			.sql("SELECT string_agg(name, ',' ORDER BY id) FROM segments")
			.query(String.class)
			.single();
	}

	private long add(String name) {
		return Sql.addSegment(this.database.jdbc(), name, "0");
	}

}
