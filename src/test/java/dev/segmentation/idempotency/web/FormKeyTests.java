package dev.segmentation.idempotency.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A double click, a repeated request and the Back button never act twice.
 */
@HttpTest
class FormKeyTests {

	private static final Pattern FORM = Pattern.compile("<form\\b[^>]*\\b(method=\"post\"|hx:post)[^>]*>");

	private static final List<String> ACTIONS = List.of("th:action=", "action=\"/account/app/confirm\"",
			"action=\"/account/passkeys\"", "action=\"/account/recovery-codes\"", "action=${again.action}",
			"action=@{/segments/{id}/members/remove(id=${segment.id},review=''", "action=\"/ends/change?review=\"",
			"action=@{''}");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	@Test
	void givesEachFormItsOwnKey() {
		String page = this.editor.get("/users/new").body() + this.editor.get("/users/new").body();
		assertThat(page).containsPattern("name=\"_key\" value=\"[0-9a-f-]{36}\"");
		List<String> keys = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(keys).hasSizeGreaterThan(4).doesNotHaveDuplicates();
	}

	/**
	 * Thymeleaf adds the key to forms with th:action. The others answer with secrets,
	 * which are not kept for repeated forms, send a form again with its own key, or only
	 * show what would be done. The button of a shared link counts visits by their own
	 * numbers.
	 */
	@Test
	void leavesNoFormWithoutAKey() throws IOException {
		for (Resource template : new PathMatchingResourcePatternResolver()
			.getResources("classpath:/templates/**/*.html")) {
			assertThat(FORM.matcher(template.getContentAsString(StandardCharsets.UTF_8)).results()).as("%s", template)
				.allMatch((form) -> ACTIONS.stream().anyMatch(form.group()::contains));
		}
	}

	@Test
	void givesTheFirstAnswerToARepeatedForm() {
		HttpResponse<String> first = add("again", "1");
		HttpResponse<String> second = add("again", "1");
		assertThat(first.statusCode()).isEqualTo(302);
		assertThat(second.statusCode()).isEqualTo(302);
		assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
		assertThat(count("again")).isOne();
	}

	@Test
	void givesTheFirstAnswerToARepeatedPartOfAPage() {
		add("part", "1");
		long segment = this.database.jdbc()
			.sql("INSERT INTO segments (name) VALUES ('PART') RETURNING id")
			.query(Long.class)
			.single();
		Map<String, String> form = Map.of("user", "part", "_key", "1");
		String first = this.editor.post("/segments/" + segment + "/members", form, "HX-Request", "true").body();
		HttpResponse<String> second = this.editor.post("/segments/" + segment + "/members", form, "HX-Request", "true");
		assertThat(second.body()).isEqualTo(first).contains("part was added to PART");
		assertThat(second.headers().firstValue("HX-Trigger")).hasValue("members-changed");
	}

	@Test
	void actsOnceWhenTwoArriveAtOnce() {
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 8)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> add("at-once", "1")))
			.toList();
		assertThat(
				answers.stream().map(CompletableFuture::join).map((answer) -> answer.headers().firstValue("Location")))
			.doesNotContain(Optional.empty())
			.allMatch(answers.getFirst().join().headers().firstValue("Location")::equals);
		assertThat(count("at-once")).isOne();
	}

	@Test
	void executesAChangedForm() {
		add("changed", "1");
		assertThat(add("changed2", "1").statusCode()).isEqualTo(302);
		assertThat(count("changed2")).isOne();
	}

	@Test
	void executesARefusedFormAgain() {
		assertThat(add("", "1").statusCode()).isEqualTo(422);
		this.database.jdbc().sql("INSERT INTO users (login, email) VALUES ('taken', 'taken@example.com')").update();
		assertThat(add("taken", "1").statusCode()).isEqualTo(422);
		this.database.jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL) WHERE login = 'taken'").update();
		assertThat(add("taken", "1").statusCode()).isEqualTo(302);
	}

	@Test
	void keepsKeysOfAccountsApart() {
		add("mine", "1");
		HttpResponse<String> other = add(new Pages(this.api).signIn(TestAccount.ADMIN), "mine", "1");
		assertThat(other.statusCode()).isEqualTo(422);
	}

	@Test
	void saysThatTheOutcomeOfAnInterruptedFormIsUnknown() {
		add("interrupted", "1");
		this.database.jdbc()
			.sql("DELETE FROM users USING begin_act('page', 1, NULL) WHERE login = 'interrupted'")
			.update();
		this.database.jdbc().sql("""
				UPDATE idempotency_keys
				SET created_at = now() - interval '21 seconds', status = NULL, headers = NULL, body = NULL,
					committed = false
				""").update();
		HttpResponse<String> answer = add("interrupted", "1");
		assertThat(answer.statusCode()).isEqualTo(425);
		assertThat(answer.body()).contains("This was already sent", "its outcome isn’t known");
		assertThat(count("interrupted")).isZero();
	}

	private HttpResponse<String> add(String login, String key) {
		return add(this.editor, login, key);
	}

	private static HttpResponse<String> add(Pages pages, String login, String key) {
		Map<String, String> form = new HashMap<>(Map.of("login", login, "email", login + "@example.com"));
		form.put("_key", key);
		return pages.post("/users/new", form);
	}

	private long count(String login) {
		return this.database.jdbc()
			.sql("SELECT count(*) FROM users WHERE login = ?")
			.param(login)
			.query(Long.class)
			.single();
	}

}
