package dev.segmentation.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.RawHttp;
import dev.segmentation.support.RawHttp.RawAnswer;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HttpTest
class RoutingTests {

	@Autowired
	Api api;

	static Stream<Arguments> routes() {
		return Stream.of(arguments("POST", "/api/v1/users/sign-up"), arguments("POST", "/api/v1/users/sign-in"),
				arguments("GET", "/api/v1/users/refresh"), arguments("GET", "/api/v1/users/active_segments"),
				arguments("POST", "/api/v1/segments/create"), arguments("GET", "/api/v1/segments"),
				arguments("GET", "/api/v1/segments/0"), arguments("DELETE", "/api/v1/segments/delete"),
				arguments("DELETE", "/api/v1/segments/delete_by_id"), arguments("GET", "/api/v1/segments/active_users"),
				arguments("POST", "/api/v1/operations/add_segments"),
				arguments("POST", "/api/v1/operations/add_segments_by_names"),
				arguments("DELETE", "/api/v1/operations/delete_segments"),
				arguments("DELETE", "/api/v1/operations/delete_segments_by_names"),
				arguments("GET", "/api/v1/operations/history"), arguments("GET", "/api/v1/reports/file"),
				arguments("GET", "/api/v1/reports/link"), arguments("GET", "/ping"));
	}

	static Stream<Arguments> apiRoutes() {
		return routes().filter((route) -> !route.get()[1].equals("/ping"));
	}

	@ParameterizedTest
	@MethodSource("routes")
	void answersWithAndWithoutATrailingSlashAlike(String method, String path) {
		Answer without = call(method, path);
		Answer with = call(method, path + "/");
		assertThat(without.status()).isIn(200, 400);
		assertThat(with.status()).isEqualTo(without.status());
		assertThat(with.body()).isEqualTo(without.body());
		assertThat(with.header("Location")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("routes")
	void answersAWrongMethodWith405AndAllow(String method, String path) {
		for (String wrong : new String[] { "GET", "POST", "PUT", "PATCH", "DELETE", "FOO", "PROPFIND", "TRACE" }) {
			boolean find = wrong.equals("GET") && path.startsWith("/api/v1/segments/");
			if (wrong.equals(method) || find) {
				continue;
			}
			for (Api anybody : new Api[] { this.api, as() }) {
				for (String form : new String[] { path, path + "/" }) {
					Answer answer = anybody.callBytes(wrong, form, null);
					assertThat(answer.status()).as(wrong + " " + form).isEqualTo(405);
					assertThat(answer.error()).isEqualTo("method not allowed");
					assertThat(answer.header("Allow").split(", ?")).contains(method).doesNotContain(wrong);
					assertThat(allowed(answer)).isEqualTo(allowed(anybody.callBytes("OPTIONS", form, null)));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("routes")
	void answersOptionsOnlyWithAllow(String method, String path) {
		for (String form : new String[] { path, path + "/" }) {
			Answer answer = this.api.callBytes("OPTIONS", form, null);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.body()).isEmpty();
			assertThat(answer.header("Allow").split(", ?")).contains(method, "OPTIONS");
			assertThat(Arrays.asList(answer.header("Allow").split(", ?")).contains("HEAD"))
				.isEqualTo(method.equals("GET") || path.startsWith("/api/v1/segments/"));
		}
	}

	@ParameterizedTest
	@MethodSource("routes")
	void answersHeadAsGetWithoutABody(String method, String path) {
		if (!method.equals("GET")) {
			return;
		}
		Answer get = call("GET", path);
		Answer head = call("HEAD", path);
		assertThat(head.status()).isEqualTo(get.status());
		assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
		assertThat(head.body()).isEmpty();
	}

	@Test
	void answersHeadOfAReport() {
		Answer head = call("HEAD", "/api/v1/reports/file?year=2020&month=1");
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.header("Content-Disposition")).isEqualTo("attachment; filename=\"report_2020_1.csv\"");
		assertThat(head.body()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("apiRoutes")
	void sendsNoCorsHeaders(String method, String path) {
		Answer answer = as().callBytes(method, path, null, "Origin", "https://example.com");
		assertThat(answer.status()).isIn(200, 400);
		assertThat(corsHeaders(answer)).isEmpty();
		Answer preflight = this.api.callBytes("OPTIONS", path, null, "Origin", "https://example.com",
				"Access-Control-Request-Method", method);
		assertThat(preflight.status()).isEqualTo(200);
		assertThat(preflight.header("Allow")).isNotEmpty();
		assertThat(corsHeaders(preflight)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/nowhere", "/api/v1/nowhere/",
			"/api/v1/segments/1/more", "/api/v1/users", "/api/v1/operations", "/API/v1/segments", "/api/v1/Segments",
			"/nowhere", "/ping/pong", "/actuator", "/actuator/env", "/index.html", "/favicon.ico" })
	void answersNotFoundForUnknownRoutes(String path) {
		for (Api anybody : new Api[] { this.api, as() }) {
			for (String method : new String[] { "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO", "TRACE" }) {
				Answer answer = anybody.callBytes(method, path, null);
				assertThat(answer.status()).as(method).isEqualTo(404);
				assertThat(answer.header("Content-Type")).isEqualTo("application/json");
				assertThat(answer.error()).isEqualTo("not found");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "//", "/api//v1/segments", "/api/v1/segments//", "/api/v1/segments;x",
			"/api/v1/segments/;x=1", "/api/v1/segments/%3b", "/api/v1/segments/%00", "/api/v1/%2e%2e/x",
			"/api/v1/../v1/segments", "/api/v1/./segments", "/api/v1/segments/%2e%2e/", "/api/v1/segments/%2f",
			"/api/v1/segments/%5c", "/api/v1/segments\\", "/api/v1/segments/%25", "/api/v1/%zz", "/api/v1/segments/%",
			"/api/v1/segments/%e", "/api/v1/\"x\"", "/api/v1/<x>", "/api/v1/{x}", "/api/v1/segments/1|2",
			"/api/v1/segments/^`", "/api/v1/\u00ff", "/api/v1/%ff", "/api/v1/%c3%28", "/api/v1/segments/%0a",
			"/api/v1/segments/%0d%0aX:%20y", "/api/v1/segments/%01", "/api/v1/segments/\u0001",
			"/api/v1/segments/%e2%80%ae", "/api/v1/segments/1 2", "/api/v1/segments?a\"b", "/api/v1/segments?a|b",
			"/ping;x", "/ping//", "*", "x", "http://[", "/%", "/docs/../api" })
	void refusesUnusualPathsWithJson(String target) {
		for (String header : new String[] { "X: y", "Authorization: Bearer x" }) {
			RawAnswer answer = RawHttp.send(this.api, "GET", target, header);
			assertThat(answer.status()).isBetween(400, 499);
			assertThat(answer.head()).containsIgnoringCase("content-type: application/json");
			assertThat(answer.error()).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api", "/api/", "/api//v1/segments", "/api/v1/segments;x", "/api/v1/segments/%00",
			"/api/v1/%2e%2e/x", "/ping;x", "/ping//" })
	void refusesUnusualApiPathsWithJsonAlsoToBrowsers(String target) {
		RawAnswer answer = RawHttp.send(this.api, "GET", target, "Accept: text/html");
		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.error()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nowhere", "//", "/docs/../api", "/;x" })
	void refusesOtherUnusualPathsWithAPageToBrowsers(String target) {
		RawAnswer answer = RawHttp.send(this.api, "GET", target, "Accept: text/html");
		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.head()).containsIgnoringCase("content-type: text/html");
	}

	@ParameterizedTest
	@ValueSource(strings = { "%", "%z", "%zz", "limit=%", "limit=%zz", "%zz=1", "limit=1&%", "limit=%ff%fe",
			"limit=%c3%28", "&&&=&", "=", "limit", "limit[]=1", "limit=1&limit=%zz", "\u00e9=1", "limit=\u00e9" })
	void survivesAMalformedQuery(String query) {
		String token = "Authorization: Bearer " + token();
		for (String path : new String[] { "/api/v1/segments/", "/api/v1/segments/0", "/api/v1/users/active_segments",
				"/api/v1/operations/history", "/api/v1/reports/file", "/api/v1/users/refresh", "/ping" }) {
			RawAnswer answer = RawHttp.send(this.api, "GET", path + "?" + query, token);
			assertThat(answer.status()).as(path).isIn(200, 400);
			assertThat(answer.status() == 200 || !answer.error().isEmpty()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept", "Accept-Language", "Accept-Encoding", "Content-Type", "Content-Encoding",
			"Cookie", "Origin", "Access-Control-Request-Method", "If-None-Match", "If-Modified-Since", "Range",
			"User-Agent", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port",
			"X-Forwarded-Prefix", "Forwarded", "X-HTTP-Method-Override", "Referer", "Upgrade", "X-Requested-With" })
	void survivesUnusualHeaders(String name) {
		String token = "Authorization: Bearer " + token();
		for (String value : new String[] { "\u0085", "\u00ff", "", "%%%", "\u007f", ",,,", "\"", "0", "-1", "a:b" }) {
			for (String path : new String[] { "/api/v1/segments/", "/api/v1/users/refresh", "/ping", "/nowhere" }) {
				RawAnswer answer = RawHttp.send(this.api, "GET", path, token, name + ": " + value);
				assertThat(answer.status()).as(path).isIn(200, 400, 404);
				assertThat(answer.status() == 200 || !answer.error().isEmpty()).isTrue();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense\r\n\r\n", "GET\r\n\r\n", "GET /ping HTTP/1.1\r\n\r\n",
			"GET /ping HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n", "GET /ping HTTP/1.1\r\nno colon\r\n\r\n",
			"GET /ping HTTP/1.0\r\nContent-Length: x\r\n\r\n", "GET /ping HTTP/1.0\r\nContent-Length: -1\r\n\r\n",
			"G\u00e9T /ping HTTP/1.0\r\n\r\n" })
	void answersMalformedHttp(String request) {
		RawAnswer answer = RawHttp.send(this.api, request);
		assertThat(answer.status()).isBetween(200, 499);
		assertThat(answer.status() == 200 || !answer.error().isEmpty()).isTrue();
	}

	/**
	 * Also before the sign-in. Tomcat notices broken chunks only when the body is read.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/v1/users/sign-in, x", "/api/v1/users/sign-up, 5;\u0001", "/login, x", "/login, FFFFFFFFFF",
			"/segments/new, x", "/preferences, x" })
	void answersBrokenChunks(String path, String size) {
		for (String accept : List.of("text/html", "application/json")) {
			RawAnswer answer = RawHttp.send(this.api, """
					POST %s HTTP/1.1
					Host: localhost
					Accept: %s
					Content-Type: application/x-www-form-urlencoded
					Transfer-Encoding: chunked
					Connection: close

					%s
					abc
					0

					""".formatted(path, accept, size).replace("\n", "\r\n"));
			// Forms must announce their length.
			assertThat(answer.status()).isEqualTo(path.startsWith("/api/") ? 400 : 411);
			assertThat(answer.body()).isNotEmpty();
		}
	}

	@Test
	void answersHeadersThatAreTooLarge() {
		RawAnswer answer = RawHttp.send(this.api, "GET", "/ping", "X-Large: " + "x".repeat(10_000));
		assertThat(answer.status()).isBetween(400, 499);
		assertThat(answer.error()).isNotEmpty();
	}

	@Test
	void answersPingWithoutAToken() {
		assertThat(this.api.callBytes("GET", "/ping", null).body()).isEqualTo("{\"message\":\"pong\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/segments", "/ping", "/login", "/segments", "/nowhere", "/docs/index.html" })
	void neverEchoesARequest(String target) {
		RawAnswer answer = RawHttp.send(this.api, "TRACE", target, "Cookie: secret=mirrored");
		assertThat(answer.status()).isBetween(300, 499);
		assertThat(answer.head() + answer.body()).doesNotContain("mirrored");
	}

	private static Set<String> allowed(Answer answer) {
		return Set.of(answer.header("Allow").split(", ?"));
	}

	private static Stream<String> corsHeaders(Answer answer) {
		return answer.response().headers().map().keySet().stream().filter((name) -> name.startsWith("access-control"));
	}

	private Answer call(String method, String path) {
		return as().callBytes(method, path, null);
	}

	private String token() {
		return this.api
			.post("/users/sign-in", "{\"login\": \"viewer\", \"password\": \"%s\"}".formatted(TestAccount.PASSWORD))
			.json()
			.get("token")
			.asString();
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
