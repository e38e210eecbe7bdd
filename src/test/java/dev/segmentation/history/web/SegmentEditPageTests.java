package dev.segmentation.history.web;

import java.util.HashMap;
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
 * Changes of names and descriptions of segments in the history.
 */
@HttpTest
@HistoryAgrees
class SegmentEditPageTests {

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@Autowired
	TestDatabase database;

	private long segment;

	private String name;

	@BeforeEach
	void addASegment() {
		this.segment = Sql.addSegment(jdbc());
		this.name = jdbc().sql("SELECT name FROM segments WHERE id = ?")
			.param(this.segment)
			.query(String.class)
			.single();
	}

	@Test
	void recordsANewNameAndDescriptionWithTheirNote() {
		edit(this.name + " NEW", "For tea drinkers", Map.of("note", "a better name"));
		long act = lastAct();
		String sentence = "renamed \u2068%1$s\u2069 to \u2068%1$s NEW\u2069 and changed the description"
			.formatted(this.name);
		for (String list : new String[] { "/history", "/history?account=editor", "/history?note=better",
				"/history?segment=" + this.name, "/segments/" + this.segment + "/history",
				"/segments/" + this.segment + "/history?note=better" }) {
			assertThat(page(list)).as(list).contains(sentence, "/history/" + act, "a better name");
		}
		assertThat(page("/history?account=admin&segment=" + this.name)).doesNotContain(sentence);
		assertThat(page("/history/" + act)).contains(sentence, "a better name", "Before", "(empty)", "For tea drinkers",
				"Manual");
	}

	@Test
	void recordsOnlyWhatWasChanged() {
		long before = lastAct();
		edit(this.name, "", Map.of());
		assertThat(lastAct()).isEqualTo(before);
		edit(this.name, "Described", Map.of());
		assertThat(page("/history/" + lastAct())).contains("changed the description of", "Described")
			.doesNotContain("renamed");
	}

	@Test
	void keepsTheChangesOfADeletedSegment() {
		edit(this.name + " NEW", "", Map.of());
		long act = lastAct();
		this.editor.post("/segments/" + this.segment + "/delete", Map.of("name", this.name + " NEW"));
		assertThat(page("/history/" + act)).contains("renamed", this.name + " NEW (deleted)");
		assertThat(page("/history?segment=" + this.name)).contains("/history/" + act);
	}

	@Test
	void recordsAChangeBySqlAsOneOfTheSystem() {
		jdbc().sql("UPDATE segments SET name = name || '!', description = 'SQL' WHERE id = ?")
			.param(this.segment)
			.update();
		assertThat(page("/history/" + lastAct())).contains("The system renamed");
	}

	private void edit(String newName, String description, Map<String, String> more) {
		int version = jdbc().sql("SELECT version FROM segments WHERE id = ?")
			.param(this.segment)
			.query(Integer.class)
			.single();
		Map<String, String> form = new HashMap<>(
				Map.of("name", newName, "description", description, "version", "" + version));
		form.putAll(more);
		assertThat(this.editor.post("/segments/" + this.segment + "/settings", form).statusCode()).isEqualTo(302);
	}

	private long lastAct() {
		return jdbc().sql("SELECT coalesce(max(id), 0) FROM acts").query(Long.class).single();
	}

	private String page(String path) {
		return this.viewer.get(path).body();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
