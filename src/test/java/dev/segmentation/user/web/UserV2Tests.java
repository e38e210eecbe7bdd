package dev.segmentation.user.web;

import java.util.ArrayList;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ApiV2;
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

import org.springframework.beans.factory.annotation.Autowired;

import static dev.segmentation.support.ApiV2.assertProblem;
import static dev.segmentation.support.ApiV2.assertWrong;
import static dev.segmentation.support.ApiV2.encoded;
import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class UserV2Tests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	ApiV2 editor;

	@BeforeEach
	void signIn() {
		this.editor = ApiV2.as(TestAccount.EDITOR, this.api);
	}

	@Test
	void createsAUserAndFindsItByEachReference() {
		Answer created = this.editor.post("/users",
				"{\"login\": \"Anna\", \"email\": \"anna@example.com\", \"external_id\": \"c/1 %\"}");
		assertThat(created.status()).as(created.body()).isEqualTo(201);
		long id = created.json().get("id").asLong();
		assertThat(created.header("Location")).isEqualTo("/api/v2/users/" + id);
		for (String ref : List.of("" + id, "id:" + id, "login:anna", "email:ANNA@example.com", "external_id:c/1 %")) {
			Answer found = this.editor.get("/users/" + encoded(ref));
			assertThat(found.body()).as(ref).isEqualTo(created.body());
		}
		assertThat(created.json().propertyNames()).containsExactlyInAnyOrder("id", "external_id", "login", "email",
				"registered_at");
	}

	@Test
	void putsAUserByItsExternalId() {
		String path = "/users/external_id:put-1";
		String body = "{\"login\": \"put-1\", \"email\": \"put-1@example.com\"}";
		Answer created = this.editor.put(path, body);
		assertThat(created.status()).as(created.body()).isEqualTo(201);
		Answer unchanged = this.editor.put(path, body);
		assertThat(unchanged.status()).isEqualTo(200);
		assertThat(unchanged.body()).isEqualTo(created.body());
		Answer replaced = this.editor.put(path, "{\"login\": \"put-2\", \"email\": \"put-1@example.com\"}");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.json().get("id")).isEqualTo(created.json().get("id"));
		assertThat(replaced.json().get("login").asString()).isEqualTo("put-2");
	}

	@Test
	void putsNoUserByAnotherReference() {
		String body = "{\"login\": \"other\", \"email\": \"other@example.com\"}";
		assertWrong(this.editor.put("/users/login:other", body), "user", "invalid_reference");
		assertProblem(this.editor.get("/users/login:other"), 404, "user_not_found");
	}

	@Test
	void refusesTakenFields() {
		Sql.addUser(this.database.jdbc(), "taken");
		assertProblem(this.editor.post("/users", "{\"login\": \"TAKEN\", \"email\": \"free@example.com\"}"), 409,
				"user_exists");
		assertProblem(
				this.editor.put("/users/external_id:t-1", "{\"login\": \"t-1\", \"email\": \"taken@example.com\"}"),
				409, "user_exists");
		long id = Sql.addUser(this.database.jdbc(), "changed");
		assertProblem(this.editor.patch("/users/" + id, "{\"login\": \"taken\"}"), 409, "user_exists");
	}

	@Test
	void changesGivenFieldsOnly() {
		this.editor.put("/users/external_id:part", "{\"login\": \"part\", \"email\": \"part@example.com\"}");
		Answer changed = this.editor.patch("/users/login:part", "{\"login\": \"whole\"}");
		assertThat(changed.status()).as(changed.body()).isEqualTo(200);
		assertThat(changed.json().get("external_id").asString()).isEqualTo("part");
		Answer cleared = this.editor.patch("/users/login:whole", "{\"external_id\": null}");
		assertThat(cleared.json().get("external_id").isNull()).isTrue();
		assertThat(cleared.json().get("email").asString()).isEqualTo("part@example.com");
	}

	@Test
	void changesWhatTheClientHasSeen() {
		long id = Sql.addUser(this.database.jdbc(), "seen");
		String tag = this.editor.get("/users/" + id).header("ETag");
		assertThat(this.editor.get("/users/" + id, "If-None-Match", tag).status()).isEqualTo(304);
		assertThat(this.editor.patch("/users/" + id, "{\"login\": \"seen-2\"}", "If-Match", tag).status())
			.isEqualTo(200);
		assertThat(this.editor.get("/users/" + id, "If-None-Match", tag).status()).isEqualTo(200);
		assertProblem(this.editor.patch("/users/" + id, "{\"login\": \"seen-3\"}", "If-Match", tag), 412,
				"precondition_failed");
		assertProblem(this.editor.delete("/users/" + id, "If-Match", "W/" + tag), 412, "precondition_failed");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"email\":\"a@example.com\"}|/login|required",
					"{\"login\":\"ab\",\"email\":\"none\"}|/email|invalid_value",
					"{\"login\":\"ab\",\"email\":\"a@example.com\",\"external_id\":\"\"}|/external_id|invalid_value",
					"{\"login\":\"ab\",\"email\":\"a@example.com\",\"id\":7}|/id|unknown_field",
					"{\"login\":true,\"email\":\"a@example.com\"}|/login|invalid_type" })
	void namesTheWrongValue(String body, String pointer, String code) {
		assertWrong(this.editor.post("/users", body), pointer, code);
	}

	@Test
	void deletesAUserAndItsMemberships() {
		long id = Sql.addUser(this.database.jdbc());
		Sql.addMemberships(this.database.jdbc(), id, Sql.addSegment(this.database.jdbc()));
		assertThat(this.editor.delete("/users/" + id).status()).isEqualTo(204);
		assertProblem(this.editor.delete("/users/" + id), 404, "user_not_found");
	}

	@Test
	void findsUsers() {
		Sql.addUser(this.database.jdbc(), "find-me");
		assertThat(logins("/users?login=FIND-ME")).containsExactly("find-me");
		assertThat(logins("/users?email=find-me@example.com&login=find-me")).containsExactly("find-me");
		assertThat(logins("/users?login=find-me&email=nobody@example.com")).isEmpty();
		assertThat(logins("/users?external_id=nobody")).isEmpty();
		assertThat(logins("/users?query=find-m")).containsExactly("find-me");
	}

	@Test
	void walksAllUsers() {
		Sql.addUsers(this.database.jdbc(), 7);
		List<Long> ids = new ArrayList<>();
		String path = "/users?limit=3";
		for (String next = ""; next != null;) {
			Answer page = this.editor.get(path + next);
			page.json().get("items").forEach((user) -> ids.add(user.get("id").asLong()));
			next = page.json().get("next").isNull() ? null : "&after=" + page.json().get("next").asString();
		}
		assertThat(ids).isSorted()
			.containsExactlyElementsOf(
					this.database.jdbc().sql("SELECT id FROM users ORDER BY id").query(Long.class).list());
	}

	private List<String> logins(String path) {
		return this.editor.get(path).json().get("items").findValuesAsString("login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna", "phone:1", "login:", "{}" })
	void guessesNoReference(String text) {
		assertProblem(this.editor.get("/users/" + encoded(text)), 400, "unreadable");
	}

}
