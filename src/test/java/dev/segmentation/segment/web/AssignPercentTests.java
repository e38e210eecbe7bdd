package dev.segmentation.segment.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class AssignPercentTests {

	private static final int USERS = 201;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeAll
	static void addUsers(@Autowired TestDatabase database) {
		Sql.addUsers(database.jdbc(), USERS);
	}

	@ParameterizedTest
	@CsvSource({ "50, 0.5", "50.0, 0.5", "100, 1", "1e2, 1", "0.01, 0.0001", "0.005, 0.0001", "0.0149, 0.0001",
			"0.015, 0.0002", "33.333, 0.3333", "33.335, 0.3334", "12.50, 0.125", "99.99, 0.9999", "99.995, 1",
			"1, 0.01", "7e-1, 0.007" })
	void acceptsAPercentageAndReturnsAFraction(String percent, String fraction) {
		long id = create(percent);
		String expected = "{\"id\":%d,\"name\":\"P %s\",\"assign_percent\":%s}".formatted(id, percent, fraction);
		assertThat(as().get("/segments/" + id).body()).isEqualTo("{\"segment\":" + expected + "}");
		assertThat(as().get("/segments/").body()).contains(expected);
		BigDecimal exact = new BigDecimal(fraction).multiply(BigDecimal.valueOf(USERS));
		assertEntered(id, exact.setScale(0, RoundingMode.CEILING).intValue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0.0", "-0", "-0.00", "0.004", "0.00499999", "1e-999999999", "null" })
	void leavesOutAPercentageOfZero(String percent) {
		long id = create(percent);
		assertThat(as().get("/segments/" + id).json().get("segment").has("assign_percent")).isFalse();
		assertEntered(id, 0);
	}

	private void assertEntered(long segmentId, int users) {
		assertThat(as().get("/segments/active_users?segment_id=" + segmentId).json().get("users")).hasSize(users);
		assertThat(this.database.jdbc()
			.sql("SELECT coalesce(sum(user_count), 0) FROM operations WHERE segment_id = ? AND type = 'added'")
			.param(segmentId)
			.query(Long.class)
			.single()).isEqualTo(users);
	}

	private long create(String percent) {
		Answer answer = as().post("/segments/create",
				"{\"name\": \"P %s\", \"assign_percent\": %s}".formatted(percent, percent));
		assertThat(answer.status()).isEqualTo(201);
		return answer.json().get("id").asLong();
	}

	private long count(String table) {
		return this.database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
