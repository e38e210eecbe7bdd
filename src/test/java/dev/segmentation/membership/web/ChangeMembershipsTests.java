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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class ChangeMembershipsTests {

	private static final long UNKNOWN = 999_999_999;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private long user;

	private final List<Long> ids = new ArrayList<>();

	private final List<String> names = new ArrayList<>();

	@BeforeEach
	void addAUserAndThreeSegments() {
		this.user = Sql.addUser(jdbc());
		for (String suffix : new String[] { "\"quoted\"", "line\nbreak", "😀" }) {
			String name = this.user + suffix;
			this.names.add(name);
			this.ids.add(Sql.addSegment(jdbc(), name, "0"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "segments, ids", "segments, names", "segments_by_names, ids", "segments_by_names, names" })
	void acceptsIdsAndNamesOnEitherPath(String path, String field) {
		List<?> reversed = field.equals("ids") ? this.ids.reversed() : this.names.reversed();
		Answer added = add(path, "segment_" + field, reversed);
		assertThat(added.status()).isEqualTo(201);
		assertThat(added.json().propertyNames()).containsExactly("operation_ids");
		assertThat(segmentsOf(added, "added")).isEqualTo(this.ids.reversed());
		assertThat(active()).isEqualTo(this.names);
		Answer removed = remove(path, "segment_" + field, reversed);
		assertThat(removed.status()).isEqualTo(200);
		assertThat(segmentsOf(removed, "deleted")).isEqualTo(this.ids.reversed());
		assertThat(active()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "segments", "segments_by_names" })
	void addsAllOrNone(String path) {
		add(path, "segment_ids", this.ids.subList(2, 3));
		add(path, "segment_ids", this.ids).assertRefused("relation already exists");
		add(path, "segment_names", this.names).assertRefused("relation already exists");
		add(path, "segment_ids", List.of(this.ids.get(0), UNKNOWN)).assertRefused("segment/segments does not exist");
		add(path, "segment_names", List.of(this.names.get(0), "UNKNOWN"))
			.assertRefused("segment/segments does not exist");
		add(path, "segment_ids", List.of(this.ids.get(0), this.ids.get(0))).assertRefused("relation already exists");
		add(path, "segment_names", List.of(this.names.get(0), this.names.get(0)))
			.assertRefused("relation already exists");
		assertThat(active()).isEqualTo(this.names.subList(2, 3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "segments", "segments_by_names" })
	void removesAllOrNone(String path) {
		List<Long> two = this.ids.subList(0, 2);
		add(path, "segment_ids", two);
		remove(path, "segment_ids", this.ids).assertRefused("relation does not exist");
		remove(path, "segment_names", this.names).assertRefused("relation does not exist");
		remove(path, "segment_ids", List.of(two.get(0), UNKNOWN)).assertRefused("segment/segments does not exist");
		remove(path, "segment_names", List.of(this.names.get(0), "UNKNOWN"))
			.assertRefused("segment/segments does not exist");
		remove(path, "segment_ids", List.of(two.get(0), two.get(0))).assertRefused("relation does not exist");
		assertThat(active()).isEqualTo(this.names.subList(0, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "999999999", "9223372036854775807", "-9223372036854775808" })
	void checksTheUserBeforeTheSegments(String unknown) {
		String body = "{\"user_id\": %s, \"segment_ids\": [999999999]}".formatted(unknown);
		as().post("/operations/add_segments", body).assertRefused("user does not exist");
		as().delete("/operations/delete_segments", body).assertRefused("user does not exist");
		String named = "{\"user_id\": %s, \"segment_names\": [\"UNKNOWN\"]}".formatted(unknown);
		as().post("/operations/add_segments_by_names", named).assertRefused("user does not exist");
		as().delete("/operations/delete_segments_by_names", named).assertRefused("user does not exist");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "", "{\"user_id\": 1}", "{\"segment_ids\": [1]}",
			"{\"user_id\": 1, \"segment_ids\": []}", "{\"user_id\": 1, \"segment_names\": []}",
			"{\"user_id\": 1, \"segment_ids\": null}",
			"{\"user_id\": 1, \"segment_ids\": [1], \"segment_names\": [\"AB\"]}",
			"{\"user_id\": 1, \"segment_ids\": [], \"segment_names\": []}", "{\"user_id\": 0, \"segment_ids\": [1]}",
			"{\"user_id\": null, \"segment_ids\": [1]}", "{\"user_id\": \"1\", \"segment_ids\": [1]}",
			"{\"user_id\": 1.0, \"segment_ids\": [1]}", "{\"user_id\": 9223372036854775808, \"segment_ids\": [1]}",
			"{\"user_id\": 1, \"segment_ids\": 1}", "{\"user_id\": 1, \"segment_ids\": \"1\"}",
			"{\"user_id\": 1, \"segment_ids\": [null]}", "{\"user_id\": 1, \"segment_ids\": [0]}",
			"{\"user_id\": 1, \"segment_ids\": [1, 0]}", "{\"user_id\": 1, \"segment_ids\": [\"1\"]}",
			"{\"user_id\": 1, \"segment_ids\": [1.5]}", "{\"user_id\": 1, \"segment_ids\": [[1]]}",
			"{\"user_id\": 1, \"segment_ids\": [9223372036854775808]}", "{\"user_id\": 1, \"segment_ids\": {}}",
			"{\"user_id\": 1, \"segment_names\": \"AB\"}", "{\"user_id\": 1, \"segment_names\": [null]}",
			"{\"user_id\": 1, \"segment_names\": [12]}", "{\"user_id\": 1, \"segment_names\": [\"\\u0000\"]}",
			"{\"user_id\": 1, \"segment_names\": [\"\\ud800\"]}" })
	void refusesABodyWithoutUserOrSegments(String body) {
		for (String path : new String[] { "segments", "segments_by_names" }) {
			as().post("/operations/add_" + path, body).assertRefused("invalid input");
			as().delete("/operations/delete_" + path, body).assertRefused("invalid input");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]" })
	void ignoresAnEmptyOtherList(String other) {
		String ids = body("segment_ids", this.ids).replace("}", ", \"segment_names\": %s}".formatted(other));
		assertThat(as().post("/operations/add_segments_by_names", ids).status()).isEqualTo(201);
		String names = body("segment_names", this.names).replace("}", ", \"segment_ids\": %s}".formatted(other));
		assertThat(as().delete("/operations/delete_segments", names).status()).isEqualTo(200);
	}

	@Test
	void matchesKeysInAnyCase() {
		String body = "{\"USER_ID\": %d, \"Segment_Ids\": %s, \"TTL\": \"1h\"}".formatted(this.user, this.ids);
		assertThat(as().post("/operations/add_segments", body).status()).isEqualTo(201);
		assertThat(jdbc().sql("SELECT count(*) FROM memberships WHERE user_id = ? AND expires_at IS NOT NULL")
			.param(this.user)
			.query(Long.class)
			.single()).isEqualTo(this.ids.size());
	}

	@Test
	void recordsTheAccount() {
		Answer answer = add("segments", "segment_ids", this.ids);
		assertThat(jdbc().sql("""
				SELECT DISTINCT a.kind || ' ' || c.login FROM operations AS o
				JOIN acts AS a ON a.id = o.act_id JOIN accounts AS c ON c.id = a.account_id WHERE o.id = ?
				""").param(answer.json().get("operation_ids").get(0).asLong()).query(String.class).single())
			.isEqualTo("api editor");
	}

	@Test
	void acceptsManySegments() {
		List<Long> many = jdbc()
			.sql("INSERT INTO segments (name) SELECT ? || n FROM generate_series(1, 3000) AS n RETURNING id")
			.param("MANY-" + this.user + "-")
			.query(Long.class)
			.list();
		assertThat(segmentsOf(add("segments", "segment_ids", many.reversed()), "added")).isEqualTo(many.reversed());
		assertThat(active()).hasSize(3000);
	}

	private Answer add(String path, String field, List<?> segments) {
		return as().post("/operations/add_" + path, body(field, segments));
	}

	private Answer remove(String path, String field, List<?> segments) {
		return as().delete("/operations/delete_" + path, body(field, segments));
	}

	private String body(String field, List<?> segments) {
		return "{\"user_id\": %d, \"%s\": %s}".formatted(this.user, field,
				JsonMapper.shared().writeValueAsString(segments));
	}

	private List<Long> segmentsOf(Answer answer, String type) {
		List<Long> segments = new ArrayList<>();
		for (JsonNode id : answer.json().get("operation_ids")) {
			segments.add(jdbc().sql(
					"SELECT segment_id FROM operations WHERE id = ? AND type = CAST(? AS operation_type) AND user_ids = ARRAY[?]")
				.params(id.asLong(), type, this.user)
				.query(Long.class)
				.single());
		}
		return segments;
	}

	private List<String> active() {
		return as().activeSegments(this.user);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
