package dev.segmentation.membership.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import dev.segmentation.membership.ExpireMembershipsJob;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.ChangedSettingsTest;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The API's answers between the end of a membership and the job that removes it. The
 * tests run the job themselves.
 */
@ChangedSettingsTest
@HistoryAgrees
class UnsweptExpiryTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	ExpireMembershipsJob job;

	private long user;

	private long segment;

	@BeforeEach
	void addAUserAndASegment() {
		this.user = Sql.addUser(jdbc());
		this.segment = Sql.addSegment(jdbc());
	}

	@AfterEach
	void sweep() {
		this.job.sweep();
	}

	@Test
	void endsBeforeTheJobRemovesIt() {
		addFor("300ms");
		awaitTheEnd();
		assertThat(isStored()).isTrue();
		assertThat(as().get("/segments/active_users?segment_id=" + this.segment).body()).isEqualTo("{\"users\":[]}");
	}

	@Test
	void isRecordedWithTheInstantOfItsEnd() {
		addFor("300ms");
		Instant end = end();
		awaitTheEnd();
		this.job.sweep();
		assertThat(isStored()).isFalse();
		assertThat(types()).containsExactly("added", "deleted");
		assertThat(lastDate()).isEqualTo(end);
	}

	@Test
	void isRecordedWithTheRequestedInstant() {
		Instant end = Instant.now().plusSeconds(3).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
		addFor(end.toString());
		awaitTheEnd();
		this.job.sweep();
		assertThat(lastDate()).isEqualTo(end);
		assertThat(jdbc().sql("""
				SELECT a.kind FROM operations AS o JOIN acts AS a ON a.id = o.act_id
				WHERE o.segment_id = ? AND o.type = 'deleted'
				""").param(this.segment).query(String.class).single()).isEqualTo("expiry");
	}

	@Test
	void cannotBeRemovedAfterItsEnd() {
		addFor("300ms");
		awaitTheEnd();
		assertThat(remove().error()).isEqualTo("relation does not exist");
		assertThat(isStored()).isTrue();
	}

	@Test
	void canBeAddedAgainAfterItsExpiryIsRecorded() {
		addFor("300ms");
		Instant end = end();
		awaitTheEnd();
		assertThat(add("").status()).isEqualTo(201);
		assertThat(types()).containsExactly("added", "deleted", "added");
		assertThat(dates().get(1)).isEqualTo(end);
		this.job.sweep();
		assertThat(active()).hasSize(1);
	}

	@Test
	void remainsAfterItWasRemovedAndAddedAgainWithoutATtl() {
		addFor("3s");
		Instant end = end();
		remove();
		assertThat(add("").status()).isEqualTo(201);
		await().until(() -> now().isAfter(end));
		this.job.sweep();
		assertThat(active()).hasSize(1);
		assertThat(types()).containsExactly("added", "deleted", "added");
	}

	@Test
	void endsForTheOthersOfABatchWhenOneWasRemoved() {
		long second = Sql.addSegment(jdbc());
		as().post("/operations/add_segments", "{\"user_id\": %d, \"segment_ids\": [%d, %d], \"ttl\": \"3s\"}"
			.formatted(this.user, this.segment, second));
		remove();
		assertThat(active()).hasSize(1);
		awaitTheEnd();
		this.job.sweep();
		assertThat(types()).containsExactly("added", "deleted");
		assertThat(jdbc().sql("SELECT count(*) FROM operations WHERE segment_id = ?")
			.param(second)
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	private void addFor(String ttl) {
		assertThat(add(", \"ttl\": \"%s\"".formatted(ttl)).status()).isEqualTo(201);
	}

	private Answer add(String more) {
		return as().post("/operations/add_segments",
				"{\"user_id\": %d, \"segment_ids\": [%d]%s}".formatted(this.user, this.segment, more));
	}

	private Answer remove() {
		return as().delete("/operations/delete_segments",
				"{\"user_id\": %d, \"segment_ids\": [%d]}".formatted(this.user, this.segment));
	}

	private void awaitTheEnd() {
		await().until(() -> active().isEmpty());
	}

	private List<String> active() {
		return as().activeSegments(this.user);
	}

	private boolean isStored() {
		return jdbc().sql("SELECT count(*) > 0 FROM memberships WHERE user_id = ?")
			.param(this.user)
			.query(Boolean.class)
			.single();
	}

	private Instant end() {
		return instant("SELECT expires_at FROM memberships WHERE user_id = " + this.user);
	}

	private Instant now() {
		return instant("SELECT clock_timestamp()");
	}

	private Instant instant(String sql) {
		return jdbc().sql(sql).query(OffsetDateTime.class).single().toInstant();
	}

	private List<String> types() {
		return jdbc().sql("SELECT type FROM operations WHERE segment_id = ? ORDER BY date, id")
			.param(this.segment)
			.query(String.class)
			.list();
	}

	private Instant lastDate() {
		return dates().getLast();
	}

	private List<Instant> dates() {
		return jdbc().sql("SELECT date FROM operations WHERE segment_id = ? ORDER BY date, id")
			.param(this.segment)
			.query(OffsetDateTime.class)
			.list()
			.stream()
			.map(OffsetDateTime::toInstant)
			.toList();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
