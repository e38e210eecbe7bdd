package dev.segmentation.history.web;

import java.util.Map;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
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
