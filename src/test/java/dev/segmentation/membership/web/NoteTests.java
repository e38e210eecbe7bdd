package dev.segmentation.membership.web;

import java.util.List;
import java.util.Map;

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
 * The notes that people give to acts on pages.
 */
@HttpTest
@HistoryAgrees
class NoteTests {

	@Autowired
	Pages editor;

	@Autowired
	TestDatabase database;

	private long segment;

	private long user;

	private String path;

	@BeforeEach
	void addAUserAndASegment() {
		this.segment = Sql.addSegment(jdbc());
		this.user = Sql.addUser(jdbc());
		this.path = "/segments/" + this.segment + "/members";
	}

	@Test
	void isKeptByEachActOnPages() {
		this.editor.post(this.path, Map.of("user", "#" + this.user, "note", " Black Friday "));
		this.editor.post(this.path + "/remove", Map.of("users", this.user + "", "note", "Over"));
		this.editor.post("/users/" + this.user + "/segments/add",
				Map.of("segment", this.segment + "", "note", "Again"));
		this.editor.post(this.path + "/remove", Map.of("all", "true", "filter", "", "note", "x".repeat(600)));
		this.editor.post(this.path, Map.of("user", "#" + this.user));
		assertThat(notes()).containsExactly("Black Friday", "Over", "Again", "x".repeat(500), "");
		long act = jdbc().sql("SELECT act_id FROM operations WHERE segment_id = ? ORDER BY id LIMIT 1")
			.param(this.segment)
			.query(Long.class)
			.single();
		assertThat(this.editor.get("/history/" + act).body()).contains("<dt>Note</dt>", "Black Friday");
	}

	@Test
	void isKeptWhenAUserLeavesOneSegment() {
		this.editor.post(this.path, Map.of("user", "#" + this.user));
		String leave = "/users/" + this.user + "/segments/" + this.segment + "/remove";
		String since = this.editor.get(leave).body().replaceAll("(?s).*name=\"since\" value=\"([^\"]+)\".*", "$1");
		this.editor.post(leave, Map.of("since", since, "note", "Asked for it"));
		assertThat(notes()).containsExactly("", "Asked for it");
	}

	@Test
	void isKeptByPastedLists() {
		String list = this.editor
			.post(this.path + "/paste", Map.of("text", "#" + this.user, "note", "From Anna's table", "ttl", "2 weeks"))
			.headers()
			.firstValue("Location")
			.orElseThrow();
		assertThat(this.editor.get(list).body()).contains("From Anna&#39;s table");
		this.editor.post(list, Map.of());
		assertThat(notes()).containsExactly("From Anna's table");
	}

	@Test
	void isKeptByPastedListsOfEnds() {
		Sql.addMemberships(jdbc(), this.user, this.segment);
		Map<String, String> form = Map.of("text", "#" + this.user, "change", "END", "ttl", "2 weeks", "note", "Trial");
		String list = this.editor.post(this.path + "/paste", form).headers().firstValue("Location").orElseThrow();
		assertThat(this.editor.get(list).body()).contains("id=\"noted\"", "Trial");
		this.editor.post(list, Map.of());
		assertThat(this.editor.get("/history").body()).contains("Trial");
	}

	private List<String> notes() {
		return jdbc()
			.sql("""
					SELECT DISTINCT a.id, coalesce(a.note, '') AS note FROM acts AS a JOIN operations AS o ON o.act_id = a.id
					WHERE o.segment_id = ? ORDER BY a.id
					""")
			.param(this.segment)
			.query((row, number) -> row.getString("note"))
			.list();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
