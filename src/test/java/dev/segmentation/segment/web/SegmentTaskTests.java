package dev.segmentation.segment.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Creating and deleting segments takes long in this test, because another transaction
 * holds a lock.
 */
@HttpTest
class SegmentTaskTests {

	/** A percentage waits for it. */
	private static final String DELETION_OF_USERS = "SELECT pg_advisory_xact_lock(hashtextextended('segmentation.users', 0))";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private Connection holder;

	@BeforeEach
	void connect() throws SQLException {
		this.holder = this.database.connect();
		this.holder.setAutoCommit(false);
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.holder.close();
	}

	@Test
	void createsOneSegmentInTheBackgroundForTwoClicks() throws SQLException {
		Sql.addUsers(jdbc(), 20);
		hold(DELETION_OF_USERS);
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		Map<String, String> form = Map.of("name", "LARGE", "percent", "100", "seen", "100");
		CompletableFuture<HttpResponse<String>> first = CompletableFuture
			.supplyAsync(() -> pages.post("/segments/new", form));
		String task = location(pages.post("/segments/new", form));
		assertThat(location(first.join())).isEqualTo(task).startsWith("/tasks/");
		assertThat(pages.get(task).body()).contains("Creating LARGE", "<progress");
		assertThat(count("segments WHERE name = 'LARGE'")).isZero();
		this.holder.rollback();
		assertThat(end(pages, task)).startsWith("/segments/");
		assertThat(count("segments WHERE name = 'LARGE'")).isOne();
		assertThat(count("tasks WHERE kind = 'segment-create' AND subject = 'LARGE'")).isOne();
	}

	/**
	 * Neither may be told that a segment was created that the other one has created. The
	 * lock keeps both tasks running until both have started.
	 */
	@Test
	void createsOneSegmentForTwoPeopleAtOnce() throws SQLException {
		hold(DELETION_OF_USERS);
		List<CompletableFuture<HttpResponse<String>>> answers = Stream.of(TestAccount.ADMIN, TestAccount.EDITOR)
			.map((account) -> new Pages(this.api).signIn(account))
			.toList()
			.stream()
			.map((pages) -> CompletableFuture
				.supplyAsync(() -> pages.post("/segments/new", Map.of("name", "SAME", "percent", "1", "seen", "1"))))
			.toList();
		await()
			.until(() -> count("pg_stat_activity WHERE query LIKE 'INSERT INTO segments%' AND wait_event_type = 'Lock'"
					+ " AND datname = current_database()") > 0);
		this.holder.rollback();
		assertOneIsCreated(answers.stream().map(CompletableFuture::join).toList());
		assertThat(count("segments WHERE name = 'SAME'")).isOne();
	}

	@Test
	void refusesTheNameOfASegmentThatIsBeingCreated() throws SQLException {
		Pages creator = new Pages(this.api).signIn(TestAccount.ADMIN);
		hold(DELETION_OF_USERS);
		Map<String, String> form = Map.of("name", "SLOW", "percent", "1", "seen", "1");
		String task = location(creator.post("/segments/new", form));
		Map<String, String> other = Map.of("name", "SLOW", "percent", "2", "seen", "2");
		assertTaken(creator.post("/segments/new", other));
		assertTaken(new Pages(this.api).signIn(TestAccount.EDITOR).post("/segments/new", form));
		assertThat(location(creator.post("/segments/new", form))).isEqualTo(task);
		this.holder.rollback();
		assertThat(end(creator, task)).startsWith("/segments/");
	}

	private static void assertOneIsCreated(List<HttpResponse<String>> answers) {
		assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 422);
		answers.stream().filter((answer) -> answer.statusCode() == 422).forEach(SegmentTaskTests::assertTaken);
	}

	private static void assertTaken(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("id=\"name-error\"", "Another segment has this name");
	}

	@Test
	void deletesASegmentInTheBackground() throws SQLException {
		long id = Sql.addSegment(jdbc(), "GOING", "0");
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), id);
		hold("SELECT id FROM segments WHERE id = " + id + " FOR KEY SHARE");
		Pages pages = new Pages(this.api).signIn(TestAccount.EDITOR);
		String task = location(pages.post("/segments/" + id + "/delete", Map.of("name", "GOING")));
		assertThat(location(pages.post("/segments/" + id + "/delete", Map.of("name", "GOING")))).isEqualTo(task);
		assertThat(pages.get(task).body()).contains("Deleting GOING");
		this.holder.rollback();
		assertThat(end(pages, task)).isEqualTo("/segments");
		assertThat(pages.get("/segments").body()).contains("GOING was deleted. 1 member was removed.");
		assertThat(count("memberships WHERE segment_id = " + id)).isZero();
	}

	private void hold(String sql) {
		JdbcClient.create(new SingleConnectionDataSource(this.holder, true)).sql(sql).query().listOfRows();
	}

	private static String end(Pages pages, String task) {
		return await().until(() -> {
			HttpResponse<String> answer = pages.get(task);
			return (answer.statusCode() == 302) ? location(answer) : "";
		}, (location) -> !location.isEmpty());
	}

	private static String location(HttpResponse<String> answer) {
		return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

	private long count(String from) {
		return jdbc().sql("SELECT count(*) FROM " + from).query(Long.class).single();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
