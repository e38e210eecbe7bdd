package dev.segmentation.membership.web;

import java.time.Instant;

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
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static dev.segmentation.support.ApiV2.assertProblem;
import static dev.segmentation.support.ApiV2.assertWrong;
import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class MembershipV2Tests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	ApiV2 editor;

	long user;

	long segment;

	@BeforeEach
	void prepare() {
		this.editor = ApiV2.as(TestAccount.EDITOR, this.api);
		this.user = Sql.addUser(this.database.jdbc());
		this.segment = Sql.addSegment(this.database.jdbc());
	}

	private String path() {
		return "/segments/%d/members/%d".formatted(this.segment, this.user);
	}

	@Test
	void addsAUserAndChangesTheEnd() {
		Answer added = this.editor.put(path(), "{\"until\": \"7d\"}");
		assertThat(added.status()).as(added.body()).isEqualTo(201);
		assertThat(Instant.parse(added.json().get("until").asString())).isAfter(Instant.now());
		assertThat(added.json().get("source").asString()).isEqualTo("api");
		assertThat(added.json().get("account").asString()).isEqualTo("editor");
		Answer instant = this.editor.put(path(), "{\"until\": \"2033-01-01T00:00:00Z\"}");
		assertThat(instant.status()).isEqualTo(200);
		assertThat(instant.json().get("until").asString()).isEqualTo("2033-01-01T00:00:00Z");
		assertThat(instant.json().get("since")).isEqualTo(added.json().get("since"));
		Answer endless = this.editor.put(path(), "");
		assertThat(endless.status()).isEqualTo(200);
		assertThat(endless.json().get("until").isNull()).isTrue();
		assertThat(endsOfActs()).isEqualTo("api");
	}

	private String endsOfActs() {
		return this.database.jdbc()
			.sql("SELECT string_agg(DISTINCT CAST(kind AS text), ',') FROM acts WHERE account_id IS NOT NULL AND id IN "
					+ "(SELECT act_id FROM end_changes)")
			.query(String.class)
			.single();
	}

	@Test
	void removesAUserOnce() {
		this.editor.put(path(), "");
		assertThat(this.editor.delete(path()).status()).isEqualTo(204);
		assertThat(this.editor.delete(path()).status()).isEqualTo(204);
		assertProblem(this.editor.get(path()), 404, "membership_not_found");
	}

	@Test
	void knowsTheMembershipByItsTag() {
		this.editor.put(path(), "");
		Answer found = this.editor.get(path());
		assertThat(found.status()).as(found.body()).isEqualTo(200);
		String tag = found.header("ETag");
		Answer known = this.editor.get(path(), "If-None-Match", tag);
		assertThat(known.status()).isEqualTo(304);
		assertThat(known.body()).isEmpty();
		this.editor.put(path(), "{\"until\": \"1h\"}");
		assertThat(this.editor.get(path(), "If-None-Match", tag).status()).isEqualTo(200);
		this.editor.delete(path());
		assertProblem(this.editor.get(path(), "If-None-Match", tag), 404, "membership_not_found");
	}

	@Test
	void endsAtTheInstantOfTheEnd() {
		this.database.jdbc()
			.sql("SELECT add_memberships(:user, ARRAY[:segment]::bigint[], interval '1 microsecond', NULL, 'api', 1)")
			.param("user", this.user)
			.param("segment", this.segment)
			.query()
			.singleRow();
		assertProblem(this.editor.get(path()), 404, "membership_not_found");
		assertThat(this.editor.put(path(), "").status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yesterday", "0s", "2001-01-01T00:00:00Z", "11000d", "-1h" })
	void refusesAWrongEnd(String until) {
		assertWrong(this.editor.put(path(), "{\"until\": \"%s\"}".formatted(until)), "/until", "invalid_value");
		assertProblem(this.editor.get(path()), 404, "membership_not_found");
	}

	@Test
	void namesWhatIsUnknown() {
		assertProblem(this.editor.put("/segments/999999999/members/" + this.user, ""), 404, "segment_not_found");
		assertProblem(this.editor.put("/segments/%d/members/login:nobody".formatted(this.segment), ""), 404,
				"user_not_found");
	}

	@Test
	void needsTheRoleOfAnEditor() {
		assertProblem(ApiV2.as(TestAccount.VIEWER, this.api).put(path(), ""), 403, "forbidden");
	}

	@Test
	void listsTheSegmentsOfAUser() {
		long other = Sql.addSegment(this.database.jdbc());
		Sql.addMemberships(this.database.jdbc(), this.user, this.segment, other);
		String path = "/users/%d/segments".formatted(this.user);
		Answer all = this.editor.get(path);
		assertThat(all.json().get("items").findValues("segment")).extracting((each) -> each.get("id").asLong())
			.containsExactly(other, this.segment);
		assertThat(this.editor.get(path, "If-None-Match", all.header("ETag")).status()).isEqualTo(304);
		Answer first = this.editor.get(path + "?limit=1");
		Answer second = this.editor.get(path + "?limit=1&after=" + first.json().get("next").asString());
		assertThat(second.json().at("/items/0/segment/id").asLong()).isEqualTo(this.segment);
		assertThat(second.json().get("next").isNull()).isTrue();
		this.editor.delete(path());
		assertThat(this.editor.get(path, "If-None-Match", all.header("ETag")).status()).isEqualTo(200);
		assertProblem(this.editor.get("/users/login:nobody/segments"), 404, "user_not_found");
	}

}
