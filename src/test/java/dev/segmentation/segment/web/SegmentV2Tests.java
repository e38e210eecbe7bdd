package dev.segmentation.segment.web;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ApiV2;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.segmentation.support.ApiV2.assertProblem;
import static dev.segmentation.support.ApiV2.assertWrong;
import static dev.segmentation.support.ApiV2.encoded;
import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class SegmentV2Tests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	ApiV2 editor;

	@BeforeEach
	void signIn() {
		this.editor = ApiV2.as(TestAccount.EDITOR, this.api);
	}

	@Test
	void createsASegmentWithAPercentage() {
		Sql.addUsers(this.database.jdbc(), 10);
		Answer created = this.editor.post("/segments",
				"{\"name\": \"HALF\", \"description\": \"Half of all\", \"initial_percent\": 50}");
		assertThat(created.status()).as(created.body()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo("/api/v2/segments/" + created.json().get("id").asLong());
		assertThat(created.json().get("size").asLong()).isPositive();
		assertThat(created.json().get("initial_percent").asInt()).isEqualTo(50);
		assertThat(created.json().get("description").asString()).isEqualTo("Half of all");
		assertThat(created.json().get("created_at").asString()).endsWith("Z");
		assertThat(created.json().propertyNames()).containsExactlyInAnyOrder("id", "name", "description",
				"initial_percent", "size", "created_at", "changed_at", "restricted");
		Answer found = this.editor.get("/segments/name:HALF");
		assertThat(found.body()).isEqualTo(created.body());
		assertThat(found.header("ETag")).isEqualTo(created.header("ETag")).startsWith("\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{}|/name|required", "{\"name\":7}|/name|invalid_type", "{\"name\":\"a\"}|/name|invalid_value",
					"{\"name\":\"AB\",\"Description\":\"\"}|/Description|unknown_field",
					"{\"name\":\"AB\",\"initial_percent\":101}|/initial_percent|invalid_value",
					"{\"name\":\"AB\",\"initial_percent\":\"5\"}|/initial_percent|invalid_type", "[]||invalid_type" })
	void namesTheWrongValue(String body, String pointer, String code) {
		assertWrong(this.editor.post("/segments", body), (pointer != null) ? pointer : "", code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"name\":\"AB\"} {}", "{'name':'AB'}" })
	void refusesAnUnreadableBody(String body) {
		int status = this.editor.post("/segments", body).status();
		assertThat(status).isIn(400, 422);
	}

	@Test
	void refusesATakenName() {
		this.editor.post("/segments", "{\"name\": \"TAKEN\"}");
		assertProblem(this.editor.post("/segments", "{\"name\": \"TAKEN\"}"), 409, "segment_exists");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b/../c", "50% off; now", "back\\slash", "ленты 🎉", "new\nline", "..", "a:b?c#d", "//",
			"id:7", "two  blanks" })
	void findsAnyNameInAPath(String name) {
		long id = Sql.addSegment(this.database.jdbc(), name, "0");
		Answer found = this.editor.get("/segments/" + encoded("name:" + name));
		assertThat(found.status()).as(found.body()).isEqualTo(200);
		assertThat(found.json().get("id").asLong()).isEqualTo(id);
		assertThat(found.json().get("name").asString()).isEqualTo(name);
	}

	@Test
	void findsASegmentByItsIdOnly() {
		long id = Sql.addSegment(this.database.jdbc());
		assertThat(this.editor.get("/segments/" + id).json().get("id").asLong()).isEqualTo(id);
		assertThat(this.editor.get("/segments/id:" + id).json().get("id").asLong()).isEqualTo(id);
		assertProblem(this.editor.get("/segments/name:" + id), 404, "segment_not_found");
		assertProblem(this.editor.get("/segments/999999999"), 404, "segment_not_found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "BETA", "login:anna", "id:", "id:x", "name:", "id:99999999999999999999" })
	void guessesNoReference(String text) {
		assertProblem(this.editor.get("/segments/" + text), 400, "unreadable");
	}

	@Test
	void walksTheListToItsEnd() {
		for (int n = 0; n < 5; n++) {
			Sql.addSegment(this.database.jdbc(), "WALK-" + n, "0");
		}
		List<String> names = new ArrayList<>();
		String after = "";
		do {
			Answer page = this.editor.get("/segments?query=WALK&limit=2" + after);
			names.addAll(page.json().get("items").findValuesAsString("name"));
			after = page.json().get("next").isNull() ? "" : "&after=" + page.json().get("next").asString();
		}
		while (!after.isEmpty());
		assertThat(names).containsExactly("WALK-0", "WALK-1", "WALK-2", "WALK-3", "WALK-4");
	}

	@ParameterizedTest
	@CsvSource({ "limit=0, ?limit, invalid_value", "limit=1001, ?limit, invalid_value", "limit=x, ?limit, invalid_type",
			"after=x, ?after, invalid_value" })
	void refusesAWrongParameter(String query, String pointer, String code) {
		assertWrong(this.editor.get("/segments?" + query), pointer, code);
	}

	@Test
	void refusesTheCursorOfAnotherList() {
		Sql.addUsers(this.database.jdbc(), 2);
		String other = this.editor.get("/users?limit=1").json().get("next").asString();
		assertProblem(this.editor.get("/segments?after=" + other), 422, "invalid");
	}

	@Test
	void changesWhatTheClientHasSeen() {
		this.editor.post("/segments", "{\"name\": \"BEFORE\", \"description\": \"kept\"}");
		assertProblem(this.editor.patch("/segments/name:BEFORE", "{\"name\": \"AFTER\"}"), 428,
				"precondition_required");
		String tag = this.editor.get("/segments/name:BEFORE").header("ETag");
		Answer changed = this.editor.patch("/segments/name:BEFORE", "{\"name\": \"AFTER\"}", "If-Match", tag);
		assertThat(changed.status()).as(changed.body()).isEqualTo(200);
		assertThat(changed.json().get("name").asString()).isEqualTo("AFTER");
		assertThat(changed.json().get("description").asString()).isEqualTo("kept");
		assertThat(changed.header("ETag")).isNotEqualTo(tag);
		assertProblem(this.editor.patch("/segments/name:AFTER", "{\"description\": \"late\"}", "If-Match", tag), 412,
				"precondition_failed");
		assertProblem(this.editor.delete("/segments/name:AFTER", "If-Match", tag), 412, "precondition_failed");
		assertThat(this.editor.get("/segments/name:AFTER").json().get("description").asString()).isEqualTo("kept");
		assertThat(kindOfLastAct()).isEqualTo("api");
	}

	private String kindOfLastAct() {
		return this.database.jdbc()
			.sql("SELECT CAST(kind AS text) FROM acts ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single();
	}

	/** Members do not count as edits, but the answer has another tag. */
	@Test
	void changesTheTagWithTheSize() {
		long id = Sql.addSegment(this.database.jdbc());
		String tag = this.editor.get("/segments/" + id).header("ETag");
		assertThat(this.editor.get("/segments/" + id, "If-None-Match", tag).status()).isEqualTo(304);
		Sql.addMemberships(this.database.jdbc(), Sql.addUser(this.database.jdbc()), id);
		Answer grown = this.editor.get("/segments/" + id, "If-None-Match", tag);
		assertThat(grown.status()).isEqualTo(200);
		assertThat(grown.json().get("size").asLong()).isEqualTo(1);
		assertThat(this.editor.patch("/segments/" + id, "{\"description\": \"new\"}", "If-Match", tag).status())
			.isEqualTo(200);
	}

	@Test
	void deletesASegmentAndNamesTheAct() {
		long id = Sql.addSegment(this.database.jdbc());
		Sql.addMemberships(this.database.jdbc(), Sql.addUser(this.database.jdbc()), id);
		Answer deleted = this.editor.delete("/segments/" + id);
		assertThat(deleted.status()).as(deleted.body()).isEqualTo(200);
		assertThat(deleted.json().get("act").asLong()).isPositive();
		assertThat(kindOfLastAct()).isEqualTo("segment_deleted");
		assertProblem(this.editor.get("/segments/" + id), 404, "segment_not_found");
	}

}
