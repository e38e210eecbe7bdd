package dev.segmentation.membership.web;

import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class ActiveListsTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Test
	void listsASegmentsUsers() {
		long segment = Sql.addSegment(jdbc());
		long user = Sql.addUser(jdbc(), "maksim-go");
		jdbc().sql("UPDATE users SET registered_at = '2023-08-28T10:24:17.927351Z' WHERE id = ?").param(user).update();
		Sql.addMemberships(jdbc(), user, segment);
		assertThat(users("?segment_id=" + segment).body()).isEqualTo(
				"{\"users\":[{\"id\":%d,\"login\":\"maksim-go\",\"registered_at\":\"2023-08-28T10:24:17.927351Z\"}]}"
					.formatted(user));
	}

	@Test
	void listsASegmentsUsersPageByPage() {
		long segment = Sql.addSegment(jdbc());
		List<Long> ids = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ids.add(Sql.addUser(jdbc()));
		}
		ids.reversed().forEach((user) -> Sql.addMemberships(jdbc(), user, segment));
		String query = "?segment_id=%d&limit=2".formatted(segment);
		assertThat(ids(users("?segment_id=" + segment))).isEqualTo(ids);
		assertThat(ids(users(query))).isEqualTo(ids.subList(0, 2));
		assertThat(users(query).json().get("next").asLong()).isEqualTo(ids.get(1));
		assertThat(ids(users(query + "&after=" + ids.get(1)))).isEqualTo(ids.subList(2, 4));
		Answer last = users(query + "&after=" + ids.get(3));
		assertThat(ids(last)).isEqualTo(ids.subList(4, 5));
		assertThat(last.json().has("next")).isFalse();
		assertThat(ids(as().get("/segments/active_users",
				"{\"segment_id\": %d, \"limit\": 1, \"after\": %d}".formatted(segment, ids.get(2)))))
			.containsExactly(ids.get(3));
	}

	/** They are read twice: their start, and then all of them as a stream. */
	@Test
	void listsManyUsersOfASegment() {
		long segment = Sql.addSegment(jdbc());
		Sql.addUsers(jdbc(), 9_500);
		List<Long> all = jdbc().sql("SELECT id FROM users ORDER BY id DESC LIMIT 9500")
			.query(Long.class)
			.list()
			.reversed();
		jdbc().sql("""
				INSERT INTO memberships (user_id, segment_id)
				SELECT users.id, :segment FROM begin_act('api', 1, NULL), users WHERE id >= :first
				""").param("segment", segment).param("first", all.getFirst()).update();
		assertThat(ids(users("?segment_id=" + segment))).isEqualTo(all);
		Answer most = users("?segment_id=%d&limit=9000".formatted(segment));
		assertThat(ids(most)).isEqualTo(all.subList(0, 9_000));
		assertThat(most.json().get("next").asLong()).isEqualTo(all.get(8_999));
	}

	@Test
	void listsAUsersSegmentsInTheOrderOfTheirIds() {
		long user = Sql.addUser(jdbc());
		long first = Sql.addSegment(jdbc(), "Z \"first\"", "0");
		long second = Sql.addSegment(jdbc(), "A second", "0");
		Sql.addMemberships(jdbc(), user, second, first);
		String expected = "{\"segments\":[{\"name\":\"Z \\\"first\\\"\"},{\"name\":\"A second\"}]}";
		assertThat(segments("?user_id=" + user).body()).isEqualTo(expected);
		assertThat(as().get("/users/active_segments/", "{\"user_id\": %d}".formatted(user)).body()).isEqualTo(expected);
	}

	@Test
	void listsNothingAsAnEmptyArray() {
		assertThat(users("?segment_id=" + Sql.addSegment(jdbc())).body()).isEqualTo("{\"users\":[]}");
		assertThat(segments("?user_id=" + Sql.addUser(jdbc())).body()).isEqualTo("{\"segments\":[]}");
	}

	@Test
	void prefersTheQueryToTheBody() {
		long user = Sql.addUser(jdbc());
		long segment = Sql.addSegment(jdbc());
		assertThat(as().get("/users/active_segments?user_id=" + user, "{\"user_id\": 0}").status()).isEqualTo(200);
		assertThat(as().get("/users/active_segments?user_id=0", "{\"user_id\": %d}".formatted(user)).status())
			.isEqualTo(400);
		assertThat(as().get("/segments/active_users?segment_id=" + segment, "{\"segment_id\": \"x\"}").status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "999999999", "9223372036854775807" })
	void refusesAnUnknownUserOrSegment(String id) {
		segments("?user_id=" + id).assertRefused("user does not exist");
		users("?segment_id=" + id).assertRefused("segment/segments does not exist");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?user_id=x&segment_id=x", "?user_id=1.0&segment_id=1.0",
			"?user_id=%221%22&segment_id=%221%22", "?user_id=1,2&segment_id=1,2", "?user_id=[1]&segment_id=[1]",
			"?user_id=9223372036854775808&segment_id=9223372036854775808", "?user_id=null&segment_id=null",
			"?user_id=true&segment_id=true", "?user_id=%7B%7D&segment_id=%7B%7D", "?user_id=%00&segment_id=%00",
			"?user_id=%ff&segment_id=%ff", "?user_id=%D9%A1&segment_id=%D9%A1", "?user_id=0&segment_id=0" })
	void refusesAQueryThatHoldsNoNumber(String query) {
		segments(query).assertRefused("invalid input");
		users(query).assertRefused("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"user_id\": null, \"segment_id\": null}", "{\"id\": 1}" })
	void takesAMissingIdForAnUnknownOne(String body) {
		for (String query : List.of("", "?user_id=&segment_id=", "?userId=1&segmentId=1")) {
			as().get("/users/active_segments/" + query, body).assertRefused("user does not exist");
			as().get("/segments/active_users/" + query, body).assertRefused("segment/segments does not exist");
		}
	}

	@Test
	void matchesKeysOfTheBodyInAnyCase() {
		long user = Sql.addUser(jdbc());
		long segment = Sql.addSegment(jdbc());
		assertThat(as().get("/users/active_segments", "{\"User_ID\": %d}".formatted(user)).status()).isEqualTo(200);
		assertThat(as().get("/segments/active_users", "{\"SEGMENT_ID\": %d, \"Limit\": 1}".formatted(segment)).status())
			.isEqualTo(200);
		assertThat(as().get("/users/active_segments?user_id=" + user, "{\"USER_ID\": 0}").status()).isEqualTo(200);
		as().get("/users/active_segments?user_id=0", "{\"USER_ID\": %d}".formatted(user))
			.assertRefused("invalid input");
		as().get("/users/active_segments", "{\"USER_ID\": 0}").assertRefused("invalid input");
		as().get("/segments/active_users", "{\"segment_id\": 0}").assertRefused("invalid input");
	}

	@Test
	void checksThePageBeforeTheSegment() {
		users("?segment_id=999999999&limit=0").assertRefused("invalid input");
		users("?segment_id=999999999&after=x").assertRefused("invalid input");
	}

	private Answer users(String query) {
		return as().get("/segments/active_users/" + query);
	}

	private Answer segments(String query) {
		return as().get("/users/active_segments/" + query);
	}

	private static List<Long> ids(Answer answer) {
		List<Long> ids = new ArrayList<>();
		for (JsonNode user : answer.json().get("users")) {
			ids.add(user.get("id").asLong());
		}
		return ids;
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

	private Api as() {
		return this.api.as(TestAccount.VIEWER);
	}

}
