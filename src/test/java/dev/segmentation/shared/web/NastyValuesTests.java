package dev.segmentation.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Sends unusual values in every field of every endpoint. Each is refused or accepted, and
 * none causes an internal error.
 */
@HttpTest
class NastyValuesTests {

	private static final List<String> VALUES = List.of("null", "true", "false", "0", "-0", "1", "-1", "0.5", "1.0",
			"1e0", "1e308", "1e309", "-1e309", "1e-400", "1e999999999", "1e-999999999", "2147483647", "2147483648",
			"4294967296", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
			"-9223372036854775809", "1".repeat(999), "\"\"", "\" \"", "\"a\"", "\"AB\"", "\"1\"", "\"-1\"", "\"null\"",
			"\"\\u0000\"", "\"A\\u0000B\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202e\\ufeff\\uffff\"",
			"\"😀😀\"", "\"'; DROP TABLE users; --\"", "\"\\\\\"", "\"%s %d {0} ${x} :name ?\"", "\"../../etc/passwd\"",
			"\"<script>alert(1)</script>\"", "\"\\r\\nSet-Cookie: x=1\"", "\"NaN\"", "\"1h\"", "\"-1h\"",
			"\"2999-01-01T00:00:00Z\"", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"", "\"" + "x".repeat(70_000) + "\"", "[]",
			"[null]", "[[]]", "[1, 1]", "[0]", "[-1]", "[9223372036854775807]", "[9223372036854775808]", "[1.5]",
			"[\"1\"]", "[\"AB\", \"AB\"]", "[\"\"]", "[\"\\u0000\"]", "[true]", "[{}]", "{}", "{\"a\": 1}",
			"{\"\": []}", "NaN", "Infinity", "undefined", "'x'", "0x1", "01", "+1", ".5", "1.", "");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	/**
	 * The fields of each handler. If two routes have the same handler, one of them is
	 * enough for a field.
	 */
	static Stream<Arguments> fields() {
		String account = "{\"login\": \"nasty\", \"email\": \"nasty@example.com\", \"password\": \"12345678\"}";
		String segment = "{\"name\": \"NASTY\", \"assign_percent\": 0, \"id\": 0}";
		String change = "{\"user_id\": USER, \"segment_ids\": [SEGMENT], \"segment_names\": null, \"ttl\": null}";
		String changeByNames = change.replace("[SEGMENT]", "null");
		String history = "{\"year\": 2024, \"month\": 5, \"user_ids\": [1], \"page_size\": 5, \"after\": null}";
		return Stream.of(arguments("POST", "/users/sign-up", account, "login email password"),
				arguments("POST", "/users/sign-in", account, "login password"),
				arguments("POST", "/segments/create", segment, "name assign_percent id"),
				arguments("DELETE", "/segments/delete", segment, "name"),
				arguments("DELETE", "/segments/delete_by_id", segment, "id"),
				arguments("GET", "/segments/", "{\"limit\": 1, \"after\": 0}", "limit after page"),
				arguments("GET", "/segments/active_users/", "{\"segment_id\": SEGMENT, \"limit\": 1, \"after\": 0}",
						"segment_id limit after page"),
				arguments("GET", "/users/active_segments/", "{\"user_id\": USER}", "user_id page"),
				arguments("POST", "/operations/add_segments", change, "user_id segment_ids segment_names ttl"),
				arguments("POST", "/operations/add_segments_by_names", changeByNames, "segment_ids segment_names"),
				arguments("DELETE", "/operations/delete_segments", change, "user_id segment_ids segment_names ttl"),
				arguments("DELETE", "/operations/delete_segments_by_names", changeByNames, "segment_ids segment_names"),
				arguments("GET", "/operations/history", history, "year month user_ids page_size after page"),
				arguments("GET", "/reports/file", history, "year month user_ids page"),
				arguments("GET", "/reports/link", history, "year month user_ids"));
	}

	@AfterEach
	void historyAgrees() {
		assertThat(this.database.historyMismatches()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("fields")
	void refusesOrAcceptsUnusualBodies(String method, String path, String valid, String names) {
		String body = valid.replace("USER", "" + Sql.addUser(this.database.jdbc()))
			.replace("SEGMENT", "" + Sql.addSegment(this.database.jdbc()));
		ObjectNode fields = (ObjectNode) JsonMapper.shared().readTree(body);
		for (String field : names.split(" ")) {
			for (String value : VALUES) {
				assertAnswered(call(method, path, with(fields, field, value)), field, value);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("fields")
	void refusesOrAcceptsUnusualQueries(String method, String path, String valid, String names) {
		if (!method.equals("GET")) {
			return;
		}
		String body = valid.replace("USER", "1").replace("SEGMENT", "1");
		for (String field : names.split(" ")) {
			for (String value : VALUES) {
				if (value.length() < 2000) {
					assertAnswered(call("GET", path + "?" + field + "=" + encode(value), body), field, value);
					assertAnswered(call("GET",
							path + "?" + field + "=" + encode(value.replaceAll("^[\"\\[]|[\"\\]]$", "")), body), field,
							value);
				}
			}
		}
	}

	private Answer call(String method, String path, String body) {
		return this.api.as(TestAccount.EDITOR).call(method, path, body);
	}

	private static void assertAnswered(Answer answer, String field, String value) {
		String what = "%s = %.80s: %.200s".formatted(field, value, answer.body());
		assertThat(answer.status()).as(what).isLessThan(500);
		if (answer.status() >= 400) {
			assertThat(answer.header("Content-Type")).as(what).isEqualTo("application/json");
			assertThat(answer.error()).as(what).isNotEmpty();
		}
		else {
			assertThat(answer.status()).as(what).isIn(200, 201, 204);
		}
	}

	/**
	 * Replaces a value by a text that may be invalid JSON.
	 */
	private static String with(ObjectNode fields, String field, String value) {
		ObjectNode changed = fields.deepCopy();
		changed.put(field, "VALUE");
		return changed.toString().replace("\"VALUE\"", value);
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
