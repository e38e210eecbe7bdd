package dev.segmentation.segment.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.membership.ExpireMembershipsJob;
import dev.segmentation.support.Api;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests that all pages and the API show the same number of members.
 */
@ChangedSettingsTest
class SizeAgreementTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	ExpireMembershipsJob job;

	@Test
	void agreeBeforeAndAfterAnExpiryIsSwept() {
		Pages editor = new Pages(this.api).signIn(TestAccount.EDITOR);
		long segment = Sql.addSegment(jdbc(), "AGREES", "0");
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), segment);
		addFor(editor, segment, "90d");
		assertAgree(editor, segment, 2, 1);
		addFor(editor, segment, "1500ms");
		jdbc().sql("SELECT fold_changes(100)").query().singleRow();
		await().until(() -> number(editor, "/segments/" + segment, "id=\"size-now\">([0-9]+)<") == 2);
		assertThat(jdbc().sql("SELECT count(*) FROM memberships").query(Long.class).single()).isEqualTo(3);
		assertAgree(editor, segment, 2, 1);
		this.job.sweep();
		assertAgree(editor, segment, 2, 1);
		jdbc().sql("SELECT fold_changes(100)").query().singleRow();
		assertAgree(editor, segment, 2, 1);
	}

	@AfterEach
	void sizesAgree() {
		assertThat(this.database.sizeMismatches()).isEmpty();
	}

	private void assertAgree(Pages editor, long segment, long members, long ending) {
		String path = "/segments/" + segment;
		String cell = "segment-size\"[^>]*>([0-9]+)<";
		assertThat(number(editor, "/segments", cell)).as("list").isEqualTo(members);
		assertThat(number(editor, "/segments?q=agre", cell)).as("filtered list").isEqualTo(members);
		for (String tab : new String[] { "", "/history", "/size", "/settings" }) {
			assertThat(number(editor, path + tab, "id=\"size-now\">([0-9]+)<")).as("heading " + tab).isEqualTo(members);
		}
		assertThat(number(editor, path + "/size", "data-value=\"([0-9]+)\"")).as("size tab").isEqualTo(members);
		assertThat(number(editor, path + "/delete", "id=\"leaving\">([0-9]+) ")).as("deletion").isEqualTo(members);
		assertThat(rows(editor.get(path).body())).as("members").isEqualTo(members);
		assertThat(rows(editor.get(path + "?show=ending").body())).as("members with an end").isEqualTo(ending);
		assertThat(rows(editor.get(path + "?q=user-").body())).as("found members").isEqualTo(members);
		assertThat(this.api.as(TestAccount.EDITOR)
			.get("/segments/active_users?segment_id=" + segment)
			.json()
			.get("users")
			.size()).as("API").isEqualTo((int) members);
		assertThat(number(editor, "/", "id=\"total-memberships\">([0-9]+)<")).as("start page").isEqualTo(members);
	}

	private void addFor(Pages editor, long segment, String ttl) {
		Map<String, String> form = Map.of("user", "#" + Sql.addUser(jdbc()), "ttl", ttl);
		assertThat(editor.post("/segments/%d/members".formatted(segment), form).statusCode()).isEqualTo(302);
	}

	private static long number(Pages editor, String path, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(editor.get(path).body());
		assertThat(matcher.find()).as("%s in %s", pattern, path).isTrue();
		return Long.parseLong(matcher.group(1));
	}

	private static long rows(String page) {
		return Pattern.compile("data-member").matcher(page).results().count();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
