package dev.segmentation.membership.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that gives a segment the members of a moment again.
 */
@HttpTest
@HistoryAgrees
class RestorePageTests {

	private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	private long segment;

	private long anna;

	private long boris;

	private Instant before = Instant.EPOCH;

	private String path = "";

	/** Anna was a member then, and Boris is one now. */
	@BeforeEach
	void changeTheMembers() {
		this.segment = Sql.addSegment(jdbc());
		this.anna = Sql.addUser(jdbc());
		this.boris = Sql.addUser(jdbc());
		Sql.addMemberships(jdbc(), this.anna, this.segment);
		this.before = jdbc().sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
		Sql.addMemberships(jdbc(), this.boris, this.segment);
		jdbc().sql("SELECT removed FROM remove_segment_members(?, ARRAY[?]::bigint[], 'page', NULL)")
			.param(this.segment)
			.param(this.anna)
			.query(Long.class)
			.single();
		this.path = "/segments/" + this.segment + "/members/restore";
	}

	@Test
	void plansAndRestoresTheMembersAndOffersTheUndo() {
		assertThat(this.editor.get("/segments/" + this.segment + "?as_of=" + this.before).body())
			.contains(this.path + "?as_of=");
		assertThat(this.editor.get(this.path + "?as_of=" + this.before).body()).contains("id=\"removed\">1<",
				"id=\"putBack\">1<");
		HttpResponse<String> task = this.editor.post(this.path,
				Map.of("as_of", this.before.toString(), "note", "by mistake", "seen", seen()));
		assertThat(task.statusCode()).isEqualTo(302);
		assertThat(Sql.members(jdbc(), this.segment)).containsExactly(this.anna);
		assertThat(jdbc().sql("SELECT kind || ': ' || note FROM acts ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single()).isEqualTo("page: by mistake");
		String again = this.editor.post(this.path, Map.of("as_of", this.before.toString(), "seen", seen())).body();
		assertThat(again).contains("The segment already has these members and ends.");
	}

	@Test
	void showsAnotherPlanWhenTheSegmentHasChanged() {
		String seen = seen();
		long clara = Sql.addUser(jdbc());
		Sql.addMemberships(jdbc(), clara, this.segment);
		String page = this.editor.post(this.path, Map.of("as_of", this.before.toString(), "seen", seen)).body();
		assertThat(page).contains("The segment has changed since you opened this page.", "id=\"removed\">2<");
		assertThat(Sql.members(jdbc(), this.segment)).containsExactlyInAnyOrder(this.boris, clara);
	}

	@Test
	void leadsBackToTheListWithAMomentThatCannotBeUsed() {
		HttpResponse<String> answer = this.editor.get(this.path + "?as_of=x");
		assertThat(answer.headers().firstValue("Location").orElse(""))
			.endsWith("/segments/" + this.segment + "?as_of=x");
	}

	private String seen() {
		Matcher seen = SEEN.matcher(this.editor.get(this.path + "?as_of=" + this.before).body());
		assertThat(seen.find()).isTrue();
		return seen.group(1);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
