package dev.segmentation.account.token;

import java.util.List;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A token that is restricted to segments.
 */
@HttpTest
@HistoryAgrees
class TokenSegmentTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	TokenService service;

	private JdbcClient jdbc;

	private long user;

	private long own;

	private long other;

	private String ownName;

	private String otherName;

	private IssuedToken token;

	private Api program;

	@BeforeEach
	void create() {
		this.jdbc = this.database.jdbc();
		this.user = Sql.addUser(this.jdbc);
		this.own = Sql.addSegment(this.jdbc);
		this.other = Sql.addSegment(this.jdbc);
		this.ownName = name(this.own);
		this.otherName = name(this.other);
		this.token = new TestTokens(this.service)
			.create(new TokenLimits(Role.EDITOR, false, List.of(this.ownName), List.of()), null);
		this.program = this.api.withToken(this.token.secret());
	}

	private String name(long segment) {
		return this.jdbc.sql("SELECT name FROM segments WHERE id = ?").param(segment).query(String.class).single();
	}

	@Test
	void changesItsSegments() {
		assertThat(add(this.own).status()).isEqualTo(201);
		assertThat(remove("segment_names", "\"" + this.ownName + "\"").status()).isEqualTo(200);
		assertThat(addByName(this.ownName).status()).isEqualTo(201);
		assertThat(this.program.delete("/segments/delete_by_id", "{\"id\": %d}".formatted(this.own)).status())
			.isEqualTo(204);
	}

	@Test
	void changesNoOtherSegment() {
		assertForbidden(add(this.other));
		assertForbidden(addByName(this.otherName));
		assertForbidden(addByName("no such segment"));
		assertForbidden(this.program.post("/operations/add_segments",
				"{\"user_id\": %d, \"segment_ids\": [%d, %d]}".formatted(this.user, this.own, this.other)));
		assertForbidden(remove("segment_ids", "" + this.other));
		assertForbidden(remove("segment_names", "\"" + this.otherName + "\""));
		assertForbidden(this.program.delete("/segments/delete", "{\"name\": \"%s\"}".formatted(this.otherName)));
		assertForbidden(this.program.delete("/segments/delete_by_id", "{\"id\": %d}".formatted(this.other)));
		assertForbidden(this.program.post("/segments/create", "{\"name\": \"made by a token\"}"));
		assertForbidden(
				this.program.post("/segments/create", "{\"name\": \"made by a token\", \"assign_percent\": 100}"));
		assertThat(this.api.withToken(this.token.secret()).activeSegments(this.user)).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM segments WHERE name = 'made by a token'")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void removesNoMemberOfAnotherSegment() {
		Sql.addMemberships(this.jdbc, this.user, this.other);
		assertForbidden(remove("segment_ids", "" + this.other));
		assertForbidden(this.program.delete("/segments/delete_by_id", "{\"id\": %d}".formatted(this.other)));
		assertThat(this.program.activeSegments(this.user)).containsExactly(this.otherName);
	}

	@Test
	void readsNoOtherSegmentByItsIdButEveryList() {
		assertThat(this.program.get("/segments/" + this.own).status()).isEqualTo(200);
		assertThat(this.program.get("/segments/active_users?segment_id=" + this.own).status()).isEqualTo(200);
		assertForbidden(this.program.get("/segments/" + this.other));
		assertForbidden(this.program.get("/segments/active_users?segment_id=" + this.other));
		assertForbidden(this.program.get("/segments/987654321"));
		assertThat(this.program.get("/segments").body()).contains(this.otherName);
	}

	@Test
	void publishesNoHistory() {
		assertForbidden(this.program.get("/reports/link?year=2026&month=1"));
		assertThat(this.program.get("/reports/file?year=2026&month=1").status()).isEqualTo(200);
	}

	@Test
	void staysRestrictedAfterTheDeletionOfItsLastSegment() {
		assertThat(this.program.delete("/segments/delete_by_id", "{\"id\": %d}".formatted(this.own)).status())
			.isEqualTo(204);
		assertForbidden(add(this.other));
		this.jdbc.sql("INSERT INTO segments (name) VALUES (:name)").param("name", this.ownName).update();
		assertForbidden(addByName(this.ownName));
	}

	/** The triggers check, so that other statements than those of the API are refused. */
	@Test
	void isRefusedByTheDatabaseItself() {
		for (String change : List.of("INSERT INTO memberships (user_id, segment_id) VALUES (%2$d, %1$d)",
				"DELETE FROM segments WHERE id = %1$d", "INSERT INTO segments (name) VALUES ('new %1$d')",
				"DELETE FROM memberships WHERE segment_id = %1$d")) {
			if (change.startsWith("DELETE FROM memberships")) {
				Sql.addMemberships(this.jdbc, this.user, this.other);
			}
			String block = "DO $$ BEGIN PERFORM begin_act('page', %d, NULL); %s; END $$"
				.formatted(this.token.token().id(), change.formatted(this.other, this.user));
			assertThatThrownBy(() -> this.jdbc.sql(block).update()).rootCause().hasMessageContaining("not permitted");
		}
	}

	private Answer add(long segment) {
		return this.program.post("/operations/add_segments",
				"{\"user_id\": %d, \"segment_ids\": [%d]}".formatted(this.user, segment));
	}

	private Answer addByName(String name) {
		return this.program.post("/operations/add_segments_by_names",
				"{\"user_id\": %d, \"segment_names\": [\"%s\"]}".formatted(this.user, name));
	}

	private Answer remove(String field, String segment) {
		return this.program.delete("/operations/delete_segments",
				"{\"user_id\": %d, \"%s\": [%s]}".formatted(this.user, field, segment));
	}

	private static void assertForbidden(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(403);
		assertThat(answer.error()).isEqualTo("forbidden");
	}

}
