package dev.segmentation.membership.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@HttpTest
@HistoryAgrees
class TtlTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@CsvSource({ "60s, PT1M", "90000ms, PT1M30S", "1h, PT1H", "1h30m, PT1H30M", "1.5h, PT1H30M", "+1h, PT1H",
			".5h, PT30M", "1.h, PT1H", "30m1h, PT1H30M", "1h0.5s, PT1H0.5S", "600000000us, PT10M", "600000000µs, PT10M",
			"600000000μs, PT10M", "600000000000ns, PT10M", "7d, P7D", "2w, P14D", "1d12h, PT36H", "0.5d, PT12H",
			"1w1d1h1m1s, P8DT1H1M1S", "00001h, PT1H", "0s1h, PT1H", "3650d, P3650D", "87600h, P3650D" })
	void acceptsADuration(String ttl, Duration duration) {
		long user = Sql.addUser(jdbc());
		assertThat(add(user, "\"" + ttl + "\"").status()).isEqualTo(201);
		// The clock is read twice, and the sum itself is exact.
		assertThat(jdbc().sql(
				"SELECT extract(epoch FROM expires_at) - extract(epoch FROM added_at) FROM memberships WHERE user_id = ?")
			.param(user)
			.query(Double.class)
			.single()).isCloseTo(duration.toMillis() / 1000.0, within(1.0));
	}

	@Test
	void acceptsAnInstant() {
		Instant instant = Instant.now().plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
		String[] forms = { instant.toString(), instant.atOffset(ZoneOffset.ofHours(3)).toString(),
				instant.atOffset(ZoneOffset.ofHoursMinutes(-9, -30)).toString(),
				instant.toString().replace('T', 't').replace('Z', 'z') };
		for (String form : forms) {
			long user = Sql.addUser(jdbc());
			assertThat(add(user, "\"" + form + "\"").status()).as(form).isEqualTo(201);
			assertThat(expiry(user)).isEqualTo(instant);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"" })
	void addsWithoutAnEndByDefault(String ttl) {
		long user = Sql.addUser(jdbc());
		assertThat(add(user, ttl).status()).isEqualTo(201);
		assertThat(jdbc().sql("SELECT expires_at IS NULL FROM memberships WHERE user_id = ?")
			.param(user)
			.query(Boolean.class)
			.single()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0s", "0.1ns", "0.0001us", "0.00000000000001d", "٥m", "0h0m", "0.0s", "-1s", "-0s",
			"+-1s", "--1s", " ", " 1h", "1h ", "1 h", "h", "1", "1.5", ".s", ".", "1,5h", "1y", "1M", "1H", "1mo",
			"1hour", "1h-30m", "1e3s", "0x1s", "PT1H", "P1D", "forever", "∞", "１h", "1h\\n", "3654d", "522w", "88000h",
			"400000000s", "99999999999999999999h", "999999999999999999999999999999h", "1970-01-01T00:00:00Z",
			"2020-01-01T00:00:00+03:00", "9999-12-31T23:59:59Z", "+999999999-12-31T23:59:59Z",
			"-999999999-01-01T00:00:00Z", "2099-13-01T00:00:00Z", "2099-02-30T00:00:00Z", "2027-01-01T00:00:00",
			"2027-01-01", "00:00:00", ":", "2027-01-01T00:00:00+99:00" })
	void refusesAnInvalidTtl(String ttl) {
		long user = Sql.addUser(jdbc());
		Answer answer = add(user, "\"" + ttl + "\"");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid ttl");
		assertThat(
				jdbc().sql("SELECT count(*) FROM memberships WHERE user_id = ?").param(user).query(Long.class).single())
			.isZero();
	}

	@Test
	void refusesAVeryLongText() {
		assertThat(add(1, "\"" + "1h".repeat(200_000) + "\"").error()).isEqualTo("invalid ttl");
		assertThat(add(1, "\"" + "1".repeat(500_000) + "h\"").error()).isEqualTo("invalid ttl");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "0", "-1", "1.5", "true", "[\"1h\"]", "{}", "\"1h\\u0000\"", "1h" })
	void refusesAnotherType(String ttl) {
		Answer answer = add(1, ttl);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	@Test
	void checksTheBodyBeforeTheDatabase() {
		assertThat(add(-1, "\"0s\"").error()).isEqualTo("invalid ttl");
		assertThat(as().post("/operations/add_segments", "{\"user_id\": -1, \"ttl\": \"0s\"}").error())
			.isEqualTo("invalid input");
	}

	private Answer add(long user, String ttl) {
		return as().post("/operations/add_segments",
				"{\"user_id\": %d, \"segment_ids\": [%d], \"ttl\": %s}".formatted(user, Sql.addSegment(jdbc()), ttl));
	}

	private Instant expiry(long user) {
		return jdbc().sql("SELECT expires_at FROM memberships WHERE user_id = ?")
			.param(user)
			.query(java.time.OffsetDateTime.class)
			.single()
			.toInstant();
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

	private Api as() {
		return this.api.as(TestAccount.EDITOR);
	}

}
