package dev.segmentation.user.sample.web;

import java.util.Map;

import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.SignedIn;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample users: added by one button, removed by another.
 */
@HttpTest
@HistoryAgrees
class SampleUsersPageTests {

	@Autowired
	SignedIn signedIn;

	@Autowired
	TestDatabase database;

	@AfterEach
	void removeThem() {
		this.signedIn.as(TestAccount.ADMIN).post("/users/sample/remove", Map.of());
	}

	@Test
	void areAddedOnceAndRemovedWithTheirMembershipsOnly() {
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		long users = users();
		long own = Sql.addUser(jdbc());
		pages.post("/users/sample", Map.of());
		assertThat(users()).isEqualTo(users + 201);
		assertThat(pages.get("/users").body()).contains("200 sample users are here");
		pages.post("/users/sample", Map.of());
		assertThat(users()).isEqualTo(users + 201);
		long segment = Sql.addSegment(jdbc(), "SAMPLES", "0");
		Sql.addMemberships(jdbc(), own, segment);
		Sql.addMemberships(jdbc(), user("anna.adams"), segment);
		pages.post("/users/sample/remove", Map.of());
		assertThat(users()).isEqualTo(users + 1);
		assertThat(jdbc().sql("SELECT user_id FROM memberships WHERE segment_id = :id")
			.param("id", segment)
			.query(Long.class)
			.list()).containsExactly(own);
		assertThat(pages.get("/users").body()).doesNotContain("sample users are here");
	}

	@Test
	void leaveOutWhatARealUserHasAndNeverRemoveIt() {
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		long users = users();
		jdbc().sql("INSERT INTO users (login, email) VALUES ('Boris.Adams', 'real@example.com')").update();
		pages.post("/users/sample", Map.of());
		assertThat(users()).isEqualTo(users + 200);
		pages.post("/users/sample/remove", Map.of());
		assertThat(users()).isEqualTo(users + 1);
		assertThat(user("Boris.Adams")).isPositive();
	}

	@Test
	void leaveNoActWithoutChanges() {
		Pages pages = this.signedIn.as(TestAccount.EDITOR);
		pages.post("/users/sample", Map.of());
		long acts = acts();
		pages.post("/users/sample/remove", Map.of());
		assertThat(acts()).isEqualTo(acts);
	}

	@Test
	void canBeDownloadedAsAFile() {
		assertThat(this.signedIn.as(TestAccount.VIEWER).get("/assets/sample-users.csv").body().lines()).hasSize(201)
			.startsWith("login,email,external_id", "anna.adams,anna.adams@example.com,sample-001");
	}

	private long users() {
		return jdbc().sql("SELECT count(*) FROM users").query(Long.class).single();
	}

	private long acts() {
		return jdbc().sql("SELECT count(*) FROM acts").query(Long.class).single();
	}

	private long user(String login) {
		return jdbc().sql("SELECT id FROM users WHERE login = :login").param("login", login).query(Long.class).single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
