package dev.segmentation.shared.web.v2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.segmentation.account.token.IssuedToken;
import dev.segmentation.account.token.TokenLimits;
import dev.segmentation.account.token.TokenService;
import dev.segmentation.account.token.TestTokens;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ApiV2;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.segmentation.support.ApiV2.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The refusals that come before the controllers of version 2, and its document.
 */
@HttpTest
class ProblemTests {

	@Autowired
	Api api;

	@Autowired
	TokenService tokens;

	@Test
	void needsAToken() {
		ApiV2 stranger = new ApiV2(this.api);
		Answer refused = stranger.get("/me");
		assertProblem(refused, 401, "unauthenticated");
		assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
		Answer guessed = stranger.get("/me", "Authorization", "Bearer guessed");
		assertProblem(guessed, 401, "unauthenticated");
		assertThat(guessed.header("WWW-Authenticate")).contains("invalid_token");
	}

	@Test
	void needsTheRole() {
		assertProblem(ApiV2.as(TestAccount.VIEWER, this.api).post("/segments", "{}"), 403, "forbidden");
	}

	@Test
	void knowsItsPathsAndMethods() {
		ApiV2 editor = ApiV2.as(TestAccount.EDITOR, this.api);
		assertProblem(editor.get("/nothing"), 404, "not_found");
		Answer wrong = editor.put("/segments", "{}");
		assertProblem(wrong, 405, "method_not_allowed");
		assertThat(wrong.header("Allow")).contains("GET").contains("POST");
	}

	@Test
	void readsJsonOnly() {
		ApiV2 editor = ApiV2.as(TestAccount.EDITOR, this.api);
		assertProblem(editor.post("/segments", "name=AB", "Content-Type", "application/x-www-form-urlencoded"), 415,
				"unsupported_media_type");
		assertThat(editor.post("/segments", "{\"name\":\"MEDIA\"}", "Content-Type", "application/json; charset=utf-8")
			.status()).isEqualTo(201);
		assertProblem(editor.post("/segments", "{"), 400, "unreadable");
		assertProblem(editor.post("/segments", ""), 400, "unreadable");
		assertProblem(editor.post("/segments", "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}"), 413, "too_large");
	}

	@Test
	void keepsTheIdOfTheRequestAndTellsTheLimits() {
		Answer me = ApiV2.as(TestAccount.EDITOR, this.api).get("/me", "X-Request-Id", "my-id");
		assertThat(me.header("X-Request-Id")).isEqualTo("my-id");
		assertThat(me.header("RateLimit-Policy")).startsWith("\"account\"");
		assertThat(me.header("RateLimit")).isNotEmpty();
	}

	@Test
	void tellsAProgramWhoItIs() {
		IssuedToken token = new TestTokens(this.tokens).create(new TokenLimits(Role.EDITOR, true, null, List.of()),
				null);
		Answer me = new ApiV2(this.api.withToken(token.secret())).get("/me");
		assertThat(me.status()).as(me.body()).isEqualTo(200);
		assertThat(me.json().get("role").asString()).isEqualTo("VIEWER");
		assertThat(me.json().at("/token/name").asString()).isEqualTo(token.token().name());
		assertThat(me.json().at("/token/read_only").asBoolean()).isTrue();
		assertThat(me.json().at("/token/ends_at").isNull()).isTrue();
		assertThat(me.json().at("/limits/requests_per_second").asInt()).isPositive();
		Answer person = ApiV2.as(TestAccount.VIEWER, this.api).get("/me");
		assertThat(person.json().at("/account/login").asString()).isEqualTo("viewer");
		assertThat(person.json().get("token").isNull()).isTrue();
	}

	/** Version 1 keeps its own document and its own errors. */
	@Test
	void hasADocumentOfItsOwn() {
		Answer document = this.api.callBytes("GET", "/v3/api-docs/v2", null);
		assertThat(document.status()).isEqualTo(200);
		assertThat(document.json().get("openapi").asString()).startsWith("3.1");
		assertThat(document.json().get("paths").propertyNames()).isNotEmpty()
			.allSatisfy((path) -> assertThat(path).startsWith("/api/v2/"));
		assertThat(document.json().at("/components/schemas/Problem/properties/code").isMissingNode()).isFalse();
		assertThat(document.json().at("/info/version").asString()).isEqualTo("2");
		assertThat(document.body()).doesNotContain("ApiError", "\"CurrentAccount\"");
		assertThat(this.api.callBytes("GET", "/v3/api-docs", null).body()).doesNotContain("/api/v2");
		assertThat(this.api.get("/segments").body()).isEqualTo("{\"error\":\"empty authorization header\"}");
	}

	@Test
	void documentsEachCode() throws IOException {
		String document = Files.readString(Path.of("docs/api-v2.md"));
		assertThat(Arrays.stream(ProblemCode.values())
			.map((code) -> "| %d | `%s` |".formatted(code.status(), code.text())))
			.allSatisfy((row) -> assertThat(document).contains(row));
	}

}
