package dev.segmentation.segment.web;

import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class DeleteSegmentTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void deletesByName() {
		long id = Sql.addSegment(jdbc(), "BY-NAME", "0");
		assertGone(as().delete("/segments/delete", "{\"name\": \"BY-NAME\"}"), id);
	}

	@Test
	void deletesById() {
		long id = Sql.addSegment(jdbc(), "BY-ID", "0");
		assertGone(as().delete("/segments/delete_by_id", "{\"id\": %d}".formatted(id)), id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete", "delete_by_id" })
	void recordsTheRemovalOfEveryMember(String path) {
		Sql.addUsers(jdbc(), 70);
		String name = "LEFT-" + path;
		long id = Sql.addSegment(jdbc(), name, "100");
		long members = lines(id, "added");
		as().delete("/segments/" + path, "{\"name\": \"%s\", \"id\": %d}".formatted(name, id));
		assertThat(members).isGreaterThanOrEqualTo(70);
		assertThat(lines(id, "deleted")).isEqualTo(members);
		assertThat(jdbc().sql("SELECT count(*) FROM memberships WHERE segment_id = ?")
			.param(id)
			.query(Long.class)
			.single()).isZero();
		assertThat(jdbc().sql("""
				SELECT DISTINCT a.kind || ' ' || c.login FROM operations AS o
				JOIN acts AS a ON a.id = o.act_id JOIN accounts AS c ON c.id = a.account_id
				WHERE o.segment_id = ? AND o.type = 'deleted'
				""").param(id).query(String.class).list()).isEqualTo(List.of("segment_deleted editor"));
	}

	@Test
	void freesTheName() {
		long user = Sql.addUser(jdbc());
		long first = Sql.addSegment(jdbc(), "AGAIN", "0");
		Sql.addMemberships(jdbc(), user, first);
		as().delete("/segments/delete", "{\"name\": \"AGAIN\"}");
		Answer again = as().post("/segments/create", "{\"name\": \"AGAIN\"}");
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.json().get("id").asLong()).isNotEqualTo(first);
		assertThat(as().get("/users/active_segments?user_id=" + user).body()).isEqualTo("{\"segments\":[]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\": \"UNKNOWN\"}", "{\"name\": \"a\"}", "{\"NAME\": \"UNKNOWN\"}",
			"{\"name\": \"unknown\\nname\"}" })
	void refusesAnUnknownName(String body) {
		as().delete("/segments/delete", body).assertRefused("segment/segments does not exist");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "999999999", "9223372036854775807" })
	void refusesAnUnknownId(String id) {
		as().delete("/segments/delete_by_id", "{\"id\": %s}".formatted(id))
			.assertRefused("segment/segments does not exist");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\": null}", "{\"name\": 12}", "{\"name\": \"\"}", "{\"id\": 1}",
			"{\"name\": \"\\u0000x\"}", "[]", "" })
	void refusesABodyWithoutAName(String body) {
		as().delete("/segments/delete", body).assertRefused("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\": 0}", "{\"id\": null}", "{\"id\": \"1\"}", "{\"id\": 1.0}", "{\"id\": 1e0}",
			"{\"id\": true}", "{\"id\": [1]}", "{\"id\": 9223372036854775808}", "{\"name\": \"AB\"}", "[]", "" })
	void refusesABodyWithoutAnId(String body) {
		as().delete("/segments/delete_by_id", body).assertRefused("invalid input");
	}

	private void assertGone(Answer answer, long id) {
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.body()).isEmpty();
		as().get("/segments/" + id).assertRefused("segment/segments does not exist");
		as().delete("/segments/delete_by_id", "{\"id\": %d}".formatted(id))
			.assertRefused("segment/segments does not exist");
	}

	private long lines(long segmentId, String type) {
		return jdbc().sql(
				"SELECT coalesce(sum(user_count), 0) FROM operations WHERE segment_id = ? AND type = CAST(? AS operation_type)")
			.params(segmentId, type)
			.query(Long.class)
			.single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
