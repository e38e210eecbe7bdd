package dev.segmentation.segment.web;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class ReadSegmentsTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeEach
	void deleteSegments() {
		this.database.jdbc().sql("DELETE FROM segments").update();
	}

	@Test
	void listsNothingAsAnEmptyArray() {
		Answer answer = list("");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.body()).isEqualTo("{\"segments\":[]}");
	}

	@Test
	void listsAllInTheOrderOfTheirIds() {
		List<Long> ids = addSegments(1100);
		assertThat(ids(list(""))).isEqualTo(ids);
		assertThat(list("").json().has("next")).isFalse();
	}

	@Test
	void listsPageByPage() {
		List<Long> ids = addSegments(5);
		Answer first = list("?limit=2");
		assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
		assertThat(first.json().get("next").asLong()).isEqualTo(ids.get(1));
		Answer second = list("?limit=2&after=" + first.json().get("next"));
		assertThat(ids(second)).isEqualTo(ids.subList(2, 4));
		Answer third = list("?limit=2&after=" + second.json().get("next"));
		assertThat(ids(third)).isEqualTo(ids.subList(4, 5));
		assertThat(third.json().has("next")).isFalse();
	}

	@Test
	void hasNoNextOnTheLastPage() {
		List<Long> ids = addSegments(3);
		assertThat(list("?limit=3").json().has("next")).isFalse();
		assertThat(list("?limit=10000").json().has("next")).isFalse();
		assertThat(list("?limit=2&after=" + ids.get(0)).json().has("next")).isFalse();
		assertThat(list("?after=" + ids.get(2)).body()).isEqualTo("{\"segments\":[]}");
	}

	@Test
	void readsThePageFromTheBodyAndPrefersTheQuery() {
		List<Long> ids = addSegments(4);
		String body = "{\"limit\": 1, \"after\": %d}".formatted(ids.get(0));
		assertThat(ids(as().get("/segments/", body))).containsExactly(ids.get(1));
		assertThat(ids(as().get("/segments/?limit=2", body))).containsExactly(ids.get(1), ids.get(2));
		assertThat(ids(as().get("/segments/?after=" + ids.get(2), body))).containsExactly(ids.get(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=-1", "limit=10001", "limit=x", "limit=1.5", "limit=1e1",
			"limit=3000000000", "limit=99999999999999999999", "limit=1,2", "limit=%221%22", "limit=true", "limit=[]",
			"after=x", "after=1.5", "after=99999999999999999999", "after=[1]", "after=%7B%7D" })
	void refusesAnInvalidPage(String query) {
		Answer answer = list("?" + query);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"limit\": 0}", "{\"limit\": 10001}", "{\"limit\": \"1\"}", "{\"limit\": 1.0}",
			"{\"after\": \"1\"}", "{\"after\": []}", "{", "[]", "1", "null", "\"x\"" })
	void refusesAnInvalidBody(String body) {
		assertThat(as().get("/segments/", body).error()).isEqualTo("invalid input");
	}

	@Test
	void findsASegment() {
		long id = Sql.addSegment(this.database.jdbc(), "FOUND", "0");
		Answer answer = as().get("/segments/" + id);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"segment\":{\"id\":%d,\"name\":\"FOUND\"}}".formatted(id));
		assertThat(as().get("/segments/" + id + "/").body()).isEqualTo(answer.body());
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "999999999", "9223372036854775807", "-9223372036854775808" })
	void refusesAnUnknownId(String id) {
		as().get("/segments/" + id).assertRefused("segment/segments does not exist");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "1x", "1.0", "1e1", "0x1", "%231", "%201", "1%20", "9223372036854775808", "--1",
			"null", "%22", "1,2", "%D9%A1x", "%D9%A1", "%EF%BC%91", "-%E0%A5%A7", "create", "delete" })
	void refusesAnIdThatIsNotANumber(String id) {
		as().get("/segments/" + id).assertRefused("invalid parameter (id)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "+0", "000" })
	void refusesTheIdZero(String id) {
		as().get("/segments/" + id).assertRefused("invalid input");
	}

	@Test
	void takesAnEmptyLimitOrPositionForNone() {
		List<Long> ids = addSegments(2);
		assertThat(ids(list("?limit=&after="))).isEqualTo(ids);
	}

	private List<Long> addSegments(int count) {
		return this.database.jdbc()
			.sql("INSERT INTO segments (name) SELECT 'LISTED-' || n FROM generate_series(1, ?) AS n RETURNING id")
			.param(count)
			.query(Long.class)
			.list();
	}

	private Answer list(String query) {
		return as().get("/segments/" + query);
	}

	private static List<Long> ids(Answer answer) {
		List<Long> ids = new ArrayList<>();
		for (JsonNode segment : answer.json().get("segments")) {
			ids.add(segment.get("id").asLong());
		}
		return ids;
	}

	private Api as() {
		return this.api.as(TestAccount.VIEWER);
	}

}
