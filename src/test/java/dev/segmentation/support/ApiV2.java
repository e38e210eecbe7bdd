package dev.segmentation.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.segmentation.support.Api.Answer;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls version 2 of the JSON API.
 */
public record ApiV2(Api api) {

	private static final String PREFIX = "/api/v2";

	/**
	 * Returns the API with the token of a staff account.
	 */
	public static ApiV2 as(TestAccount account, Api api) {
		return new ApiV2(api.as(account));
	}

	public Answer get(String path, String... headers) {
		return call("GET", path, null, headers);
	}

	public Answer post(String path, String body, String... headers) {
		return call("POST", path, body, headers);
	}

	public Answer put(String path, String body, String... headers) {
		return call("PUT", path, body, headers);
	}

	public Answer patch(String path, String body, String... headers) {
		return call("PATCH", path, body, headers);
	}

	public Answer delete(String path, String... headers) {
		return call("DELETE", path, null, headers);
	}

	/**
	 * Calls a path below {@code /api/v2}.
	 */
	public Answer call(String method, String path, @Nullable String body, String... headers) {
		return this.api.callBytes(method, PREFIX + path, (body != null) ? body.getBytes(StandardCharsets.UTF_8) : null,
				headers);
	}

	/**
	 * Encodes a reference as a part of a path.
	 */
	public static String encoded(String reference) {
		return URLEncoder.encode(reference, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * Expects a problem with this status and code.
	 */
	public static void assertProblem(Answer answer, int status, String code) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.header("X-Request-Id")).isNotEmpty();
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("code").asString()).as(answer.body()).isEqualTo(code);
		assertThat(answer.json().path("type").asString()).isEqualTo("urn:segmentation:problem:" + code);
		assertThat(answer.json().path("title").asString()).isNotEmpty();
		assertThat(answer.json().path("detail").asString()).isNotEmpty();
	}

	/**
	 * Expects a problem with one wrong value.
	 */
	public static void assertWrong(Answer answer, String pointer, String code) {
		assertProblem(answer, 422, "invalid");
		assertThat(answer.json().get("errors").findValuesAsString("pointer")).as(answer.body())
			.containsExactly(pointer);
		assertThat(answer.json().get("errors").findValuesAsString("code")).as(answer.body()).containsExactly(code);
	}

}
