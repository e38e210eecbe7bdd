package dev.segmentation.history.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notes of acts on pages.
 */
@HttpTest
@HistoryAgrees
class NotePageTests {

	@Autowired
	Api api;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@Autowired
	TestDatabase database;

	@Test
	void keepsTheNotesOfTheFormsOfSegmentsAndUsers() {
		long user = Sql.addUser(jdbc(), "noted");
		this.editor.post("/segments/new",
				Map.of("name", "NOTED", "percent", "100", "seen", "100", "note", "loyal customers"));
		assertThat(lastNote()).isEqualTo("loyal customers");
		this.editor.post("/users/" + user + "/delete", Map.of("login", "noted", "note", "asked for it"));
		assertThat(lastNote()).isEqualTo("asked for it");
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), segment("NOTED"));
		this.editor.post("/segments/" + segment("NOTED") + "/delete", Map.of("name", "NOTED", "note", "test is over"));
		assertThat(lastNote()).isEqualTo("test is over");
	}

	@Test
	void offersTheLastNotesOfTheAccount() {
		long user = Sql.addUser(jdbc());
		long segment = Sql.addSegment(jdbc());
		for (String note : new String[] { "spring \"sale\"", "autumn", "spring \"sale\"" }) {
			this.editor.post("/segments/" + segment + "/members", Map.of("user", "#" + user, "note", note));
			this.editor.post("/segments/" + segment + "/members/remove", Map.of("users", "" + user));
		}
		assertThat(this.editor.get("/segments/" + segment).body())
			.containsPattern("(?s)<datalist id=\"recent-notes\"><option value=\"spring &quot;sale&quot;\">"
					+ ".*<option value=\"autumn\">.*</datalist>")
			.doesNotContainPattern("(?s)sale&quot;\">.*sale&quot;\">");
		assertThat(this.viewer.get("/history").body()).doesNotContain("recent-notes");
	}

	@Test
	void keepsEveryVersionOfANote() {
		long act = act(this.editor, "sprnig");
		String note = "/history/" + act + "/note";
		assertThat(this.editor.get("/history/" + act).body()).contains("Edit note").doesNotContain("note-versions");
		assertThat(this.editor.get(note).body()).contains("value=\"sprnig\"");
		assertThat(this.editor.post(note, Map.of("before", "sprnig", "note", "spring")).statusCode()).isEqualTo(302);
		assertThat(this.editor.get("/history/" + act).body()).contains("Note saved", "spring")
			.containsPattern("(?s)2 versions of the note.*>spring<.*editor.*>sprnig<.*editor");
		assertThat(this.editor.get("/history").body()).contains("spring").doesNotContain("sprnig");
		this.editor.post(note, Map.of("before", "spring", "note", ""));
		assertThat(this.editor.get("/history/" + act).body()).contains("Add note", "3 versions of the note",
				"Note removed");
	}

	@Test
	void refusesToOverwriteANoteThatAnotherAccountHasChanged() {
		long act = act(this.editor, "");
		String note = "/history/" + act + "/note";
		admin().post(note, Map.of("note", "by the admin"));
		HttpResponse<String> refused = this.editor.post(note, Map.of("before", "", "note", "by the editor"));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("It is now: “by the admin”", "name=\"before\" value=\"by the admin\"",
				"value=\"by the editor\"");
		this.editor.post(note, Map.of("before", "by the admin", "note", "by the editor"));
		assertThat(this.viewer.get("/history/" + act).body())
			.containsPattern("(?s)2 versions of the note.*by the editor.*editor.*by the admin.*admin")
			.doesNotContain("Edit note");
	}

	@Test
	void letsOnlyTheAuthorAndAdministratorsChangeANote() {
		long act = act(admin(), "mine");
		assertThat(this.editor.get("/history/" + act).body()).doesNotContain("Edit note");
		String note = "/history/" + act + "/note";
		assertThat(this.editor.post(note, Map.of("before", "mine", "note", "theirs")).statusCode()).isEqualTo(403);
		assertThat(this.editor.get("/history/" + act).body()).contains("mine").doesNotContain("theirs");
	}

	@Test
	void filtersTheHistoryOfASegmentByNote() {
		long segment = segmentOf(act(this.editor, "Tea & \"Coffee\""));
		this.editor.post("/segments/" + segment + "/members",
				Map.of("user", "#" + Sql.addUser(jdbc()), "note", "milk"));
		String history = "/segments/" + segment + "/history?note=";
		assertThat(this.viewer.get(history).body()).contains("milk", "Tea &amp;");
		assertThat(this.viewer.get(history + "%22coffee%22").body()).contains("Tea &amp;").doesNotContain("milk");
		assertThat(this.viewer.get(history + "sugar").body()).contains("No change of this segment has such a note.");
	}

	@Test
	void writesThePresentNotesToAFileThatIsFilteredByNote() {
		long act = act(this.editor, "before");
		act(this.editor, "another");
		this.editor.post("/history/" + act + "/note", Map.of("before", "before", "note", "O'Neill \\ :from $1"));
		String file = this.viewer.get("/reports/history.csv?preset=FULL&note=o%27NEILL%20%5C%20%3Afrom%20%241").body();
		assertThat(file.lines()).hasSize(2);
		assertThat(file).contains("O'Neill \\ :from $1");
		assertThat(this.viewer.get("/reports/history.csv?preset=FULL&note=before").body().lines()).hasSize(1);
	}

	@Test
	void opensTheActFromEveryMembershipAndByItsShortAddress() {
		long act = act(this.editor, "");
		long segment = segmentOf(act);
		String link = "href=\"/history/" + act + "\"";
		long user = Sql.members(jdbc(), segment).getFirst();
		for (String page : List.of("/segments/" + segment, "/users/" + user, "/users/" + user + "/timeline",
				"/users/" + user + "/segments/" + segment + "/remove")) {
			assertThat(this.editor.get(page).body()).as(page).contains(link, "Manual, open change " + act);
		}
		assertThat(this.viewer.get("/acts/" + act).headers().firstValue("Location"))
			.hasValueSatisfying((location) -> assertThat(location).endsWith("/history/" + act));
		assertThat(this.viewer.get("/acts/999999999").statusCode()).isEqualTo(302);
	}

	private long segmentOf(long act) {
		return jdbc().sql("SELECT segment_id FROM act_changes WHERE act_id = ?").param(act).query(Long.class).single();
	}

	private Pages admin() {
		return new Pages(this.api).signIn(TestAccount.ADMIN);
	}

	/** Adds a user to a segment. */
	private long act(Pages account, String note) {
		account.post("/segments/" + Sql.addSegment(jdbc()) + "/members",
				Map.of("user", "#" + Sql.addUser(jdbc()), "note", note));
		return jdbc().sql("SELECT max(id) FROM acts").query(Long.class).single();
	}

	private String lastNote() {
		return jdbc().sql("SELECT note FROM acts ORDER BY id DESC LIMIT 1").query(String.class).single();
	}

	private long segment(String name) {
		return jdbc().sql("SELECT id FROM segments WHERE name = ?").param(name).query(Long.class).single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
