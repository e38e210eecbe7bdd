package dev.segmentation.history.web;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Undo on the pages of the history.
 */
@HttpTest
@HistoryAgrees
class UndoPageTests {

	@Autowired
	Api api;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@Autowired
	TestDatabase database;

	private long anna;

	private long boris;

	private long segment;

	private String members;

	@BeforeEach
	void addUsersAndASegment() {
		this.anna = Sql.addUser(jdbc());
		this.boris = Sql.addUser(jdbc());
		this.segment = Sql.addSegment(jdbc());
		this.members = "/segments/" + this.segment + "/members";
	}

	@Test
	void takesAnActBackAndLinksBoth() {
		long act = add(this.anna);
		assertThat(page("/history/" + act)).contains("/history/" + act + "/undo");
		assertThat(page(undoOf(act))).contains("Undo this change?", "Will be removed", "editor added ")
			.doesNotContain("Later changes", "Can’t be undone");
		String undo = undo(act, Map.of("note", "a mistake"));
		assertThat(Sql.members(jdbc(), this.segment)).isEmpty();
		assertThat(page(undo)).contains("Change undone for 1 membership", "by undoing an earlier change", "a mistake",
				"Undoes", "Change " + act);
		assertThat(page("/history/" + act)).contains("Undone by", "href=\"" + undo + "\"")
			.doesNotContain("/history/" + act + "/undo");
		assertThat(page("/history?cause=undo")).contains("by undoing an earlier change");
	}

	@Test
	void isOfferedByTheToastOfAnAct() {
		this.editor.post(this.members, Map.of("user", "#" + this.anna));
		String added = page("/segments/" + this.segment);
		assertThat(added).contains(undoOf(lastAct()));
		this.editor.post(this.members + "/end", Map.of("users", "" + this.anna, "change", "AFTER", "ttl", "3d"));
		assertThat(page("/segments/" + this.segment)).contains(undoOf(lastAct()));
		this.editor.post(this.members + "/remove", Map.of("users", "" + this.anna));
		assertThat(page("/segments/" + this.segment)).contains(undoOf(lastAct()));
		this.editor.post("/users/" + this.anna + "/segments/add", Map.of("segment", "" + this.segment));
		assertThat(page("/users/" + this.anna)).contains(undoOf(lastAct()));
		String list = location(this.editor.post(this.members + "/paste", Map.of("text", "#" + this.boris)));
		assertThat(page(location(this.editor.get(location(this.editor.post(list, Map.of()))))))
			.contains(undoOf(lastAct()));
		this.editor.post(this.members + "/remove", Map.of("users", "999999999"));
		assertThat(page("/segments/" + this.segment)).doesNotContain("/undo");
	}

	@Test
	void isUndoneItself() {
		long act = add(this.anna);
		String undo = undo(act, Map.of());
		undo(Long.parseLong(undo.replaceAll("\\D", "")), Map.of());
		assertThat(Sql.members(jdbc(), this.segment)).containsExactly(this.anna);
		assertThat(page("/history/" + act)).contains(undoOf(act));
	}

	@Test
	void leavesLaterChangesAloneAndSaysWhy() {
		long act = paste(this.anna, this.boris);
		this.editor.post(this.members + "/remove", Map.of("users", "" + this.anna));
		long removal = lastAct();
		add(this.anna);
		long again = lastAct();
		assertThat(page(undoOf(act)))
			.contains("Later changes", "Undo only what hasn’t changed since (1 membership)",
					"Also override later changes (2 memberships)", "Added again", "href=\"/history/" + again + "\"")
			.doesNotContain("/history/" + removal);
		undo(act, Map.of("overriding", "false"));
		assertThat(Sql.members(jdbc(), this.segment)).containsExactly(this.anna);
	}

	@Test
	void overridesLaterChanges() {
		long act = add(this.anna);
		this.editor.post(this.members + "/end", Map.of("users", "" + this.anna, "change", "AFTER", "ttl", "3d"));
		HttpResponse<String> refused = this.editor.post(undoOf(act), Map.of());
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("Nothing was undone", "End changed");
		undo(act, Map.of("overriding", "true"));
		assertThat(Sql.members(jdbc(), this.segment)).isEmpty();
	}

	@Test
	void pagesWhatChangedSince() {
		Long[] users = LongStream.range(0, 60).mapToObj((user) -> Sql.addUser(jdbc())).toArray(Long[]::new);
		long act = paste(users);
		this.editor.post(this.members + "/end", Map.of("all", "true", "filter", "", "change", "AFTER", "ttl", "3d"));
		String first = page(undoOf(act));
		assertThat(first).contains("50 of 60");
		String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
		assertThat(page(next)).contains("10 of 60");
	}

	@Test
	void tellsThatItIsUndoneAlready() {
		long act = add(this.anna);
		String undo = undo(act, Map.of());
		assertThat(page(undoOf(act))).contains("This change is already undone", "href=\"" + undo + "\"")
			.doesNotContain("type=\"submit\">Undo change");
		HttpResponse<String> again = this.editor.post(undoOf(act), Map.of());
		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body()).contains("This change is already undone");
	}

	@Test
	void isForThoseWhoMayMakeTheChange() {
		long act = add(this.anna);
		assertThat(this.viewer.get("/history/" + act).body()).doesNotContain("/undo");
		assertThat(this.viewer.get(undoOf(act)).statusCode()).isEqualTo(403);
		assertThat(this.viewer.post(undoOf(act), Map.of()).statusCode()).isEqualTo(403);
		jdbc().sql("UPDATE segments SET restricted = true WHERE id = ?").param(this.segment).update();
		assertThat(page("/history/" + act)).doesNotContain("/undo");
		assertThat(page(undoOf(act))).contains("id=\"forbidden\"").doesNotContain(">Undo change</button>");
		assertThat(this.editor.post(undoOf(act), Map.of()).statusCode()).isEqualTo(403);
		assertThat(Sql.members(jdbc(), this.segment)).containsExactly(this.anna);
	}

	@Test
	void createsADeletedSegmentAgain() {
		add(this.anna);
		String name = jdbc().sql("SELECT name FROM segments WHERE id = ?")
			.param(this.segment)
			.query(String.class)
			.single();
		page(location(this.editor.post("/segments/" + this.segment + "/delete", Map.of("name", name))));
		long deletion = lastAct();
		assertThat(page("/history/" + deletion)).contains(undoOf(deletion));
		assertThat(page(undoOf(deletion))).contains("Name of the segment", "Will be added back");
		assertThat(page(undoOf(deletion))).contains("Leave the field empty to use the former name");
		Sql.addSegment(jdbc(), name, "0");
		assertThat(page(undoOf(deletion))).contains("Another segment has the former name")
			.doesNotContain("Leave the field empty");
		assertThat(this.editor.post(undoOf(deletion), Map.of("name", "x")).body()).contains("2 to 64 characters");
		HttpResponse<String> taken = this.editor.post(undoOf(deletion), Map.of());
		assertThat(taken.statusCode()).isEqualTo(422);
		assertThat(taken.body()).contains("Another segment has this name");
		undo(deletion, Map.of("name", name + " again"));
		assertThat(page("/segments/" + this.segment)).contains(name + " again");
		assertThat(Sql.members(jdbc(), this.segment)).containsExactly(this.anna);
	}

	@Test
	void putsExpiredMembersBackWithANewEnd() {
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id, expires_at)
				SELECT :user, :segment, now() - interval '1 hour' FROM begin_act('api', 1, NULL)
				""").param("user", this.anna).param("segment", this.segment).update();
		jdbc().sql("SELECT expire_memberships(10)").query().listOfRows();
		long expiry = jdbc().sql("SELECT act_id FROM act_changes WHERE segment_id = ? AND expired")
			.param(this.segment)
			.query(Long.class)
			.single();
		assertThat(page(undoOf(expiry))).contains("New end for 1 membership whose former end has passed",
				"Its former end has passed");
		assertThat(this.editor.post(undoOf(expiry), Map.of()).statusCode()).isEqualTo(422);
		assertThat(this.editor.post(undoOf(expiry), Map.of("ttl", "x")).statusCode()).isEqualTo(422);
		undo(expiry, Map.of("ttl", "3d"));
		assertThat(Sql.end(jdbc(), this.anna, this.segment)).isAfter(Instant.now());
	}

	@Test
	void saysWhyNothingCanBeUndone() {
		long act = add(this.anna);
		this.editor.post(this.members + "/remove", Map.of("users", "" + this.anna));
		long removal = lastAct();
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL) WHERE id = ?")
			.param(this.segment)
			.update();
		assertThat(page(undoOf(act))).contains("Nothing can be undone", "The segment was deleted", "(deleted)");
		assertThat(page(undoOf(removal))).contains("Can’t be undone");
		assertThat(page("/history/" + act)).doesNotContain("/undo");
	}

	@Test
	void doesNotExistForUnknownActs() {
		assertThat(this.editor.get("/history/999999999/undo").statusCode()).isEqualTo(404);
		assertThat(this.editor.post("/history/999999999/undo", Map.of()).statusCode()).isEqualTo(404);
	}

	@Test
	void isALineOfVersion1AndOfDetailedFiles() {
		long act = add(this.anna);
		String month = "?year=2026&month="
				+ jdbc().sql("SELECT extract(month FROM now())").query(Integer.class).single() + "&user_ids="
				+ this.anna;
		undo(act, Map.of());
		String history = this.api.as(TestAccount.EDITOR).get("/operations/history" + month).body();
		assertThat(history).contains("\"deleted\"").doesNotContain("undo");
		assertThat(this.editor.get("/reports/history.csv?preset=FULL&users=" + this.anna).body())
			.containsPattern(",deleted,[^,]+,\\d+,undo,editor,");
	}

	private long add(long user) {
		this.editor.post(this.members, Map.of("user", "#" + user));
		page("/history");
		return lastAct();
	}

	private long paste(Long... users) {
		String text = Stream.of(users).map((user) -> "#" + user).collect(Collectors.joining("\n"));
		String list = location(this.editor.post(this.members + "/paste", Map.of("text", text)));
		page(location(this.editor.get(location(this.editor.post(list, Map.of())))));
		return lastAct();
	}

	/** Undoes an act, and returns the page of the undo. */
	private String undo(long act, Map<String, String> form) {
		return location(this.editor.get(location(this.editor.post(undoOf(act), form))));
	}

	private static String undoOf(long act) {
		return "/history/" + act + "/undo";
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow();
	}

	/** The page without the characters that isolate names. */
	private String page(String path) {
		return this.editor.get(path).body().replaceAll("[\u2068\u2069]", "");
	}

	private long lastAct() {
		return jdbc().sql("SELECT max(id) FROM acts").query(Long.class).single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
