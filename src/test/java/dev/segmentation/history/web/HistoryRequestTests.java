package dev.segmentation.history.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HttpTest
@HistoryAgrees
class HistoryRequestTests {

	private static final String PATH = "/operations/history";

	@Autowired
	Api api;

	@BeforeAll
	static void addHistory(@Autowired TestDatabase database) {
		JdbcClient jdbc = database.jdbc();
		Sql.addPastStay(jdbc, "JANUARY", "2020-01-31T23:59:59.999998Z", 1);
		Sql.addPastStay(jdbc, "FIRST", "2020-02-01T00:00:00Z", 1);
		Sql.addPastStay(jdbc, "LEAP", "2020-02-29T12:00:00+14:00", 2);
		Sql.addPastStay(jdbc, "LAST", "2020-02-29T23:59:59.999998Z", 130);
		Sql.addPastStay(jdbc, "MARCH", "2020-03-01T00:00:00Z", 1);
	}

	@Test
	void selectsAMonthInUtc() {
		assertThat(segments("year=2020&month=2&page_size=100")).containsExactly("FIRST", "FIRST", "LEAP", "LEAP",
				"LAST", "LAST");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "1 | FIRST,FIRST", "2 | LEAP,LEAP", "130 | LAST,LAST", "130,2 | LEAP,LEAP,LAST,LAST",
					"2,2,2 | LEAP,LEAP", "3 | ''", "65 | ''", "-1 | ''",
					"-9223372036854775808,9223372036854775807 | ''", "'' | FIRST,FIRST,LEAP,LEAP,LAST,LAST" })
	void selectsLinesOfUsers(String users, String expected) {
		assertThat(String.join(",", segments("year=2020&month=2&page_size=100&user_ids=" + users))).isEqualTo(expected);
		assertThat(String.join(",", segments(as().get(PATH, """
				{"year": 2020, "month": 2, "page_size": 100, "user_ids": [%s]}""".formatted(users)))))
			.isEqualTo(expected);
	}

	@Test
	void readsTheBodyAlone() {
		assertThat(segments(as().get(PATH + "/", "{\"year\": 2020, \"month\": 1}"))).containsExactly("JANUARY",
				"JANUARY");
		assertThat(segments(as().get(PATH, "{\"year\": 2020, \"month\": 1, \"user_ids\": null, \"page_size\": 1}")))
			.containsExactly("JANUARY");
	}

	@Test
	void prefersTheQueryToTheBody() {
		String body = "{\"year\": 2020, \"month\": 1, \"user_ids\": [1], \"page_size\": 1}";
		assertThat(segments(as().get(PATH + "?month=3", body))).containsExactly("MARCH");
		assertThat(segments(as().get(PATH + "?page_size=5", body))).hasSize(2);
		assertThat(segments(as().get(PATH + "?user_ids=2", body))).isEmpty();
		assertThat(segments(as().get(PATH + "?year=2019", body))).isEmpty();
		assertThat(segments(as().get(PATH + "?month=1", "{\"year\": 2020, \"month\": \"x\"}"))).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user_ids=2,130", "user_ids=2&user_ids=130", "user_ids=2,%20130", "user_ids=002,130" })
	void readsNumbersWithLeadingZeros(String users) {
		assertThat(segments("year=2020&month=02&page_size=0100&" + users)).containsExactly("LEAP", "LEAP", "LAST",
				"LAST");
	}

	@Test
	void hasAnEmptyFirstPageInAnEmptyMonth() {
		assertThat(get("year=2019&month=12").body()).isEqualTo("{\"operations\":[]}");
		assertThat(get("year=2019&month=12&page=1").status()).isEqualTo(200);
		assertThat(get("year=2019&month=12&page=2").error()).isEqualTo("page is out of bounds");
		assertThat(get("year=1&month=1").body()).isEqualTo("{\"operations\":[]}");
		assertThat(get("year=%d&month=12".formatted(thisYear())).status()).isEqualTo(200);
	}

	@Test
	void datesLinesInUtcToTheMicrosecond() {
		for (JsonNode line : get("year=2020&month=2&page_size=100").json().get("operations")) {
			assertThat(line.get("date").asString()).matches("2020-02-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
		}
		assertThat(Instant
			.parse(get("year=2020&month=2&user_ids=130").json().get("operations").get(0).get("date").asString()))
			.isEqualTo("2020-02-29T23:59:59.999998Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "year=2020&month=13", "year=2020&month=-1", "year=-1&month=1", "year=-2020&month=13",
			"year=10000&month=1", "year=9223372036854775807&month=1", "year=2020&month=9223372036854775807",
			"year=-9223372036854775808&month=-9223372036854775808", "year=4294969316&month=1" })
	void refusesAPeriodThatCannotHaveHistory(String query) {
		get(query).assertRefused("invalid history period");
	}

	@Test
	void refusesAYearThatHasNotBegun() {
		get("year=%d&month=1".formatted(thisYear() + 1)).assertRefused("invalid history period");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "year=2020", "month=1", "year=&month=1", "year=2020&month=", "year=x&month=1",
			"year=2020&month=x", "year=2020.0&month=1", "year=%222020%22&month=1", "year=2020&month=1,2",
			"year=null&month=1", "year=0&month=1", "year=2020&month=0", "year=[2020]&month=1",
			"year=9223372036854775808&month=1", "year=2020&month=1&user_ids=x", "year=2020&month=1&user_ids=1,,2",
			"year=2020&month=1&user_ids=1,", "year=2020&month=1&user_ids=1;2", "year=2020&month=1&user_ids=[1]",
			"year=2020&month=1&user_ids=1.5", "year=2020&month=1&user_ids=null", "year=2020&month=1&user_ids=%22 1%22",
			"year=2020&month=1&user_ids=9223372036854775808", "year=2020&month=1&user_ids=0",
			"year=2020&month=1&user_ids=1,0", "year=2020&month=1&user_ids=%D9%A1", "year=%D9%A2020&month=1",
			"year=2020&month=1&page_size=x", "year=2020&month=1&page_size=1.5",
			"year=2020&month=1&page_size=9223372036854775808", "year=2020&month=1&page_size=true" })
	void refusesAMalformedQuery(String query) {
		get(query.replace(" ", "%20")).assertRefused("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "1", "{", "{\"year\": 2020}", "{\"year\": \"2020\", \"month\": 1}",
			"{\"year\": 2020.0, \"month\": 1}", "{\"year\": 2020, \"month\": 1, \"user_ids\": 1}",
			"{\"year\": 2020, \"month\": 1, \"user_ids\": [null]}",
			"{\"year\": 2020, \"month\": 1, \"user_ids\": [\"1\"]}",
			"{\"year\": 2020, \"month\": 1, \"user_ids\": [9223372036854775808]}",
			"{\"year\": 2020, \"month\": 1, \"user_ids\": [0]}", "{\"year\": 2020, \"month\": 1, \"page_size\": \"5\"}",
			"{\"year\": 2020, \"month\": 1, \"after\": 5}", "{\"year\": 2020, \"month\": 1} x" })
	void refusesAMalformedBody(String body) {
		as().get(PATH, body).assertRefused("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "garbage!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "%C3%A9", "null", "0", "-1" })
	void refusesAnInvalidCursor(String cursor) {
		get("year=2020&month=2&after=" + cursor).assertRefused("invalid input");
	}

	@Test
	void takesAnEmptyCursorOrPageForTheFirstPage() {
		String first = get("year=2020&month=2").body();
		assertThat(get("year=2020&month=2&after=").body()).isEqualTo(first);
		assertThat(get("year=2020&month=2&page=&after=").body()).isEqualTo(first);
		assertThat(as().get(PATH, "{\"year\": 2020, \"month\": 2, \"after\": \"\"}").body()).isEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "f_______________________________",
			"________________________________", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void survivesTamperedCursors(String cursor) {
		assertThat(get("year=2020&month=2&after=" + cursor).status()).isIn(200, 400);
	}

	@Test
	void checksTheBodyBeforeThePeriodAndThePeriodBeforeThePage() {
		get("year=2020&month=13&page_size=x").assertRefused("invalid input");
		get("year=2020&month=13&page=x").assertRefused("invalid input");
		get("year=2020&month=13&page=0").assertRefused("invalid history period");
	}

	private static int thisYear() {
		return LocalDate.now(ZoneOffset.UTC).getYear();
	}

	private List<String> segments(String query) {
		return segments(get(query));
	}

	private static List<String> segments(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		return answer.json().get("operations").findValuesAsString("segment_name");
	}

	private Answer get(String query) {
		return as().get(PATH + "?" + query);
	}

	private Api as() {
		return this.api.as(TestAccount.VIEWER);
	}

}
