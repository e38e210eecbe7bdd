package dev.segmentation.shared.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests how the API reads bodies. The creation of a segment is the example.
 */
@HttpTest
class BodyTests {

	private static final String PATH = "/segments/create";

	private static final int LIMIT = 1024 * 1024;

	private static int counter;

	@Autowired
	Api api;

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "}", "{\"name\"", "{\"name\": \"AB\"", "{\"name\": \"AB", "{name: \"AB\"}",
			"{'name': 'AB'}", "{\"name\": \"AB\",}", "{\"name\": \"AB\"} x", "{\"name\": \"AB\"}{}",
			"{\"name\": \"AB\"},", "{\"name\": \"AB\"}]", "// comment\n{\"name\": \"AB\"}",
			"{\"name\": \"AB\" /* comment */}", "{\"name\": \"tab\tinside\"}", "{\"name\": \"\\x\"}", "name=AB",
			"<name>AB</name>", "null", "true", "12", "\"AB\"", "[]", "[{\"name\": \"AB\"}]", "\\u007b\\u007d" })
	void refusesABodyThatIsNotAJsonObject(String body) {
		assertRefused(post(body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\": \"NUL \\u0000\"}", "{\"name\": \"NUL \u0000\"}", "{\"name\": \"NUL\"}\u0000",
			"\u0000{\"name\": \"NUL\"}", "{\"name\": \"half \\ud83d\"}", "{\"name\": \"half \\ude00\"}",
			"{\"name\": \"turned \\ude00\\ud83d\"}", "{\"name\": \"half \\ud83dx\"}" })
	void refusesTextsThatTheDatabaseCannotStore(String body) {
		assertRefused(post(body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ff", "c0af", "c3", "e282", "eda080", "f0808080", "f4908080", "f8888080", "80", "fe" })
	void refusesBytesThatAreNotUtf8(String hex) {
		byte[] bad = HexFormat.of().parseHex(hex);
		String body = "{\"name\": \"AB%s\"}".formatted(new String(bad, StandardCharsets.ISO_8859_1));
		assertRefused(as().callBytes("POST", "/api/v1" + PATH, body.getBytes(StandardCharsets.ISO_8859_1)));
		String ignored = "{\"name\": \"AB\", \"%s\": 1}".formatted(new String(bad, StandardCharsets.ISO_8859_1));
		assertRefused(as().callBytes("POST", "/api/v1" + PATH, ignored.getBytes(StandardCharsets.ISO_8859_1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE" })
	void refusesOtherEncodings(String charset) {
		assertRefused(
				as().callBytes("POST", "/api/v1" + PATH, "{\"name\": \"OTHER\"}".getBytes(Charset.forName(charset)),
						"Content-Type", "application/json; charset=" + charset));
	}

	@Test
	void acceptsEscapedSurrogatePairs() {
		assertThat(post("{\"name\": \"pair \\ud83d\\ude00\"}").status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"1\"", "1.0", "1e0", "true", "[1]", "{}", "\"\"", "9223372036854775808",
			"-9223372036854775809", "1e400", "123456789012345678901234567890", "NaN", "01", "+1", "0x1", "\"null\"" })
	void refusesAnIdOfAnotherType(String id) {
		assertRefused(as().delete("/segments/delete_by_id", "{\"id\": %s}".formatted(id)));
		assertRefused(as().get("/users/active_segments", "{\"user_id\": %s}".formatted(id)));
		assertRefused(as().post("/operations/add_segments", "{\"user_id\": 1, \"segment_ids\": [%s]}".formatted(id)));
	}

	@Test
	void refusesHugeNumbers() {
		for (int digits : new int[] { 999, 1001, 500_000 }) {
			assertRefused(as().delete("/segments/delete_by_id", "{\"id\": %s}".formatted("9".repeat(digits))));
			assertRefused(as().get("/segments/active_users", "{\"segment_id\": %s}".formatted("9".repeat(digits))));
			assertThat(post("{\"name\": \"HUGE\", \"assign_percent\": %s}".formatted("9".repeat(digits))).status())
				.isEqualTo(400);
			assertThat(post("{\"name\": \"HUGE\", \"assign_percent\": 0.%s}".formatted("0".repeat(digits))).status())
				.isIn(201, 400, 409);
		}
	}

	@Test
	void ignoresUnknownFields() {
		assertThat(post(
				"{\"name\": \"%s\", \"id\": 5, \"x\": {\"y\": [1, null, \"\\u0000\"]}, \"\": 1}".formatted(newName()))
			.status()).isEqualTo(201);
	}

	@Test
	void refusesDeepNesting() {
		assertRefused(post("[".repeat(100_000)));
		assertRefused(post("{\"x\":".repeat(100_000)));
		assertRefused(post("{\"name\": \"DEEP\", \"x\": %s1%s}".formatted("[".repeat(50_000), "]".repeat(50_000))));
		assertRefused(as().get("/segments/", "{\"x\":".repeat(50_000) + "1" + "}".repeat(50_000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json; charset=ISO-8859-1", "text/plain", "text/html",
			"application/xml", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=x",
			"multipart/form-data", "multipart/form-data; boundary=x", "application/octet-stream", "nonsense", "/", ";",
			"*/*" })
	void readsJsonWithAnyContentType(String type) {
		String name = newName();
		Answer answer = as().call("POST", PATH, "{\"name\": \"%s\"}".formatted(name), "Content-Type", type);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(as().call("GET", "/segments/", "{\"limit\": 1}", "Content-Type", type).json().get("segments"))
			.hasSize(1);
		assertThat(as().call("DELETE", "/segments/delete", "{\"name\": \"%s\"}".formatted(name), "Content-Type", type)
			.status()).isEqualTo(204);
	}

	@Test
	void readsJsonWithoutAContentType() {
		assertThat(post("{\"name\": \"%s\"}".formatted(newName())).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json", "text/html", "application/xml", "image/png", "text/csv",
			"application/json;q=0", "nonsense", "/", "" })
	void answersJsonToAnyAcceptHeader(String accept) {
		assertJson(as().call("GET", "/segments/", null, "Accept", accept), 200);
		assertJson(as().call("GET", "/segments/0", null, "Accept", accept), 400);
		assertJson(as().call("POST", PATH, "{\"name\": \"%s\"}".formatted(newName()), "Accept", accept), 201);
		assertJson(as().call("GET", "/nowhere", null, "Accept", accept), 404);
		assertJson(as().call("PUT", "/segments/", null, "Accept", accept), 405);
		assertJson(this.api.call("GET", "/segments/", null, "Accept", accept), 401);
		assertJson(as().callBytes("GET", "/ping", null, "Accept", accept), 200);
		assertJson(as().callBytes("GET", "/ping/pong", null, "Accept", accept), 404);
		assertThat(as().call("GET", "/reports/file?year=2020&month=1", null, "Accept", accept).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "0, 201", "1, 413", "2000000, 413", "20000000, 413" })
	void readsUpToOneMebibyte(int more, int status) {
		String body = "{\"name\": \"%s\"}".formatted(newName());
		Answer answer = post(body + " ".repeat(LIMIT - body.length() + more));
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.error()).isEqualTo((status == 413) ? "request too large" : "");
	}

	@Test
	void limitsEveryBody() {
		String large = " ".repeat(LIMIT + 1);
		assertThat(as().get("/segments/", large).status()).isEqualTo(413);
		assertThat(as().delete("/segments/delete", large).status()).isEqualTo(413);
		assertThat(this.api.post("/users/sign-in", large).status()).isEqualTo(413);
		assertThat(this.api.post("/users/sign-up/", large).error()).isEqualTo("request too large");
	}

	@Test
	void checksTheTokenBeforeItReadsTheBody() {
		assertThat(this.api.post(PATH, " ".repeat(LIMIT + 1)).status()).isEqualTo(401);
		assertThat(this.api.as(TestAccount.VIEWER).post(PATH, " ".repeat(LIMIT + 1)).status()).isEqualTo(403);
	}

	private static synchronized String newName() {
		return "BODY-" + ++counter;
	}

	private static void assertJson(Answer answer, int status) {
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.json().isObject()).isTrue();
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	private Answer post(String body) {
		return as().post(PATH, body);
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
