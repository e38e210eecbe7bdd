package dev.segmentation.history.web;

import java.util.ArrayList;
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

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of lines in the JSON API. January 2023 has twenty lines, two of each of ten
 * users. Five of the users changed at the same instants.
 */
@HttpTest
@HistoryAgrees
class HistoryPagingTests {

	private static final String MONTH = "/operations/history/?year=2023&month=1";

	private static final int LINES = 20;

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeAll
	static void addHistory(@Autowired TestDatabase database) {
		for (int user = 10; user > 5; user--) {
			Sql.addPastStay(database.jdbc(), "ONE BY ONE", "2023-01-%02dT00:00:00Z".formatted(user), user);
		}
		for (int user = 1; user <= 5; user++) {
			Sql.addPastStay(database.jdbc(), "TOGETHER", "2023-01-31T23:59:59.999998Z", user);
		}
	}

	@Test
	void beginsWithTheFiveOldestLines() {
		Answer first = get(MONTH);
		assertThat(first.status()).isEqualTo(200);
		assertThat(all(MONTH)).hasSize(5);
		assertThat(get(MONTH + "&page=1").body()).isEqualTo(first.body());
		assertThat(first.json().get("operations").get(0).toString()).isEqualTo(
				"{\"user_id\":6,\"segment_name\":\"ONE BY ONE\",\"type\":\"added\",\"date\":\"2023-01-06T00:00:00Z\"}");
		assertThat(first.json().get("operations").get(1).toString()).isEqualTo(
				"{\"user_id\":6,\"segment_name\":\"ONE BY ONE\",\"type\":\"deleted\",\"date\":\"2023-01-06T00:00:00.000001Z\"}");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 7, 10, 19, 20 })
	void returnsEachLineOnOnePage(int size) {
		List<String> whole = all(MONTH + "&page_size=100");
		List<String> pages = new ArrayList<>();
		for (int page = 1; page <= (LINES + size - 1) / size; page++) {
			String path = MONTH + "&page_size=%d&page=%d".formatted(size, page);
			assertThat(get(path).body()).isEqualTo(get(path).body());
			pages.addAll(all(path));
		}
		assertThat(whole).hasSize(LINES).doesNotHaveDuplicates();
		assertThat(pages).isEqualTo(whole);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5, 7, 19, 20, 21 })
	void returnsEachLineOnceByCursor(int size) {
		String sized = MONTH + "&page_size=" + size;
		List<String> walked = new ArrayList<>();
		Answer answer = get(sized);
		walked.addAll(lines(answer));
		while (answer.json().has("next")) {
			answer = get(sized + "&after=" + answer.json().get("next").asString());
			assertThat(lines(answer)).isNotEmpty();
			walked.addAll(lines(answer));
		}
		assertThat(walked).isEqualTo(all(MONTH + "&page_size=100"));
	}

	@Test
	void continuesByCursorFromAnyPage() {
		Answer second = get(MONTH + "&page=2");
		assertThat(all(MONTH + "&after=" + second.json().get("next").asString())).isEqualTo(all(MONTH + "&page=3"));
		assertThat(lines(as().get("/operations/history",
				"{\"year\": 2023, \"month\": 1, \"after\": \"%s\"}".formatted(second.json().get("next").asString()))))
			.isEqualTo(all(MONTH + "&page=3"));
	}

	@Test
	void returnsTheLinesOfChosenUsersByCursor() {
		String chosen = MONTH + "&user_ids=2,7,4&page_size=4";
		Answer first = get(chosen);
		List<String> walked = new ArrayList<>(lines(first));
		walked.addAll(all(chosen + "&after=" + first.json().get("next").asString()));
		assertThat(walked).isEqualTo(all(MONTH + "&user_ids=2,7,4&page_size=100")).hasSize(6);
	}

	@ParameterizedTest
	@CsvSource({ "5, 5, true", "5, 6, false", "20, 2, true", "20, 3, false", "7, 3, true", "7, 4, false",
			"100, 1, true", "100, 2, false", "1, 21, true", "1, 22, false" })
	void isEmptyAtTheEndAndOutOfBoundsBeyond(int size, int page, boolean exists) {
		Answer answer = get(MONTH + "&page_size=%d&page=%d".formatted(size, page));
		assertThat(answer.status()).isEqualTo(exists ? 200 : 400);
		if (exists) {
			assertThat(answer.json().get("operations").isArray()).isTrue();
			assertThat(answer.json().has("next")).isFalse();
		}
		else {
			assertThat(answer.error()).isEqualTo("page is out of bounds");
		}
	}

	@Test
	void endsWithAnEmptyPage() {
		assertThat(get(MONTH + "&page=5").body()).isEqualTo("{\"operations\":[]}");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "0", "-1", "-9223372036854775808", "1000000000", "9223372036854775807", "1844674407370955162" })
	void isOutOfBoundsOutsideOfTheHistory(String page) {
		Answer answer = get(MONTH + "&page=" + page);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("page is out of bounds");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "1.0", "1x", "%201", "0x1", "9223372036854775808", "99999999999999999999999",
			"null", "[1]", "1,2", "%00", "%D9%A1", "%EF%BC%91" })
	void refusesAPageThatIsNotANumber(String page) {
		Answer answer = get(MONTH + "&page=" + page);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.error()).isEqualTo("invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "3", "0", "\"x\"", "null", "[]" })
	void ignoresAPageInTheBody(String page) {
		Answer answer = as().get("/operations/history", "{\"year\": 2023, \"month\": 1, \"page\": %s}".formatted(page));
		assertThat(answer.body()).isEqualTo(get(MONTH).body());
	}

	@ParameterizedTest
	@CsvSource({ "0, 5", "-1, 5", "-9223372036854775808, 5", "'', 5", "1, 1", "20, 20", "10000, 20", "10001, 20",
			"9223372036854775807, 20" })
	void usesTheRequestedPageSize(String size, int lines) {
		assertThat(all(MONTH + "&page_size=" + size)).hasSize(lines);
	}

	@Test
	void limitsThePageToTenThousandLines() {
		this.database.jdbc().sql("""
				WITH act AS (INSERT INTO acts (kind) VALUES ('api') RETURNING id)
				INSERT INTO operations (act_id, segment_id, segment_name, type, date, user_block, user_count, user_ids)
				SELECT act.id, 1, 'LARGE', type, CAST(date AS timestamptz) + n * interval '1 s', (n * 64) / 64, 1,
				       ARRAY[n * 64]
				FROM act, generate_series(1::bigint, 5001) AS n,
				     (VALUES (CAST('added' AS operation_type), '2022-05-01T00:00Z'),
				             (CAST('deleted' AS operation_type), '2022-05-02T00:00Z')) AS change (type, date)
				""").update();
		this.database.jdbc().sql("SELECT recount()").query().singleRow();
		Answer capped = get("/operations/history?year=2022&month=5&page_size=20000");
		assertThat(lines(capped)).hasSize(10_000);
		assertThat(all("/operations/history?year=2022&month=5&page_size=20000&page=2")).hasSize(2);
		assertThat(all(
				"/operations/history?year=2022&month=5&page_size=20000&after=" + capped.json().get("next").asString()))
			.hasSize(2);
	}

	private List<String> all(String path) {
		return lines(get(path));
	}

	private static List<String> lines(Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		return answer.json().get("operations").values().stream().map(Object::toString).toList();
	}

	private Answer get(String path) {
		return as().get(path);
	}

	private Api as() {
		return this.api.as(TestAccount.VIEWER);
	}

}
