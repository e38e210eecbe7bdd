package dev.segmentation.config;

import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
class DocsTests {

	private static final List<String> CALLS = List.of("post /api/v1/users/sign-up", "post /api/v1/users/sign-in",
			"get /api/v1/users/refresh", "get /api/v1/users/active_segments", "post /api/v1/segments/create",
			"get /api/v1/segments", "get /api/v1/segments/{id}", "delete /api/v1/segments/delete",
			"delete /api/v1/segments/delete_by_id", "get /api/v1/segments/active_users",
			"post /api/v1/operations/add_segments", "post /api/v1/operations/add_segments_by_names",
			"delete /api/v1/operations/delete_segments", "delete /api/v1/operations/delete_segments_by_names",
			"get /api/v1/operations/history", "get /api/v1/reports/file", "get /api/v1/reports/link", "get /ping");

	@Autowired
	Api api;

	@Test
	void describesExactlyTheCallsOfTheApi() {
		JsonNode paths = document().get("paths");
		assertThat(paths.propertyNames()
			.stream()
			.flatMap((path) -> paths.get(path).propertyNames().stream().map((method) -> method + " " + path)))
			.containsExactlyInAnyOrderElementsOf(CALLS);
	}

	@Test
	void requiresABearerTokenWhereTheApiDoes() {
		JsonNode document = document();
		assertThat(document.get("components").get("securitySchemes").findValuesAsString("scheme"))
			.containsExactly("bearer");
		assertThat(document.get("security")).isNotEmpty();
		assertThat(document.at("/paths/~1api~1v1~1users~1sign-in/post/security").isEmpty()).isTrue();
	}

	@Test
	void needsNoToken() {
		Answer page = this.api.callBytes("GET", "/docs/index.html", null);
		while (page.status() == 302) {
			page = this.api.callBytes("GET", page.header("Location").replaceFirst("^https?://[^/]+", ""), null);
		}
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).containsIgnoringCase("swagger");
	}

	/** Generators of clients fail on anything else. */
	@Test
	void containOnlyWhatOtherLanguagesUnderstand() {
		JsonNode document = document();
		assertThat(document.findValues("pattern")).extracting(JsonNode::asString)
			.allSatisfy((pattern) -> assertThat(pattern).doesNotContain("(?", "\\p", "\\P", "*+"));
		assertThat(document.findValuesAsString("operationId")).hasSize(CALLS.size()).doesNotHaveDuplicates();
		assertThat(document.findValues("parameters")).flatMap(JsonNode::values)
			.allSatisfy((parameter) -> assertThat(parameter.get("schema").propertyNames()).doesNotContain("$ref"))
			.extracting((parameter) -> parameter.get("name").asString())
			.containsOnly("id", "user_id", "segment_id", "user_ids", "year", "month", "page", "page_size", "limit",
					"after", "raw");
		assertThat(document.at("/components/schemas").propertyNames()).doesNotContain("CurrentAccount");
	}

	private JsonNode document() {
		Answer answer = this.api.callBytes("GET", "/v3/api-docs", null);
		assertThat(answer.status()).isEqualTo(200);
		return answer.json();
	}

}
