package dev.segmentation.report.web;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HistoryAgrees;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HttpTest
@HistoryAgrees
class ReportTests {

	private static final String HEADER = "user-id,segment-name,type,date\n";

	private static final String MONTH = "year=2021&month=7";

	private static final List<String> NAMES = List.of("PLAIN", "with space", "co,mma", "\"quoted\"", "line\nbreak",
			"cr\r\nlf", "😀", "Скидка", "'apostrophe", "semi;colon", "tab\tinside", " leading", "\u00a0");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@BeforeAll
	static void addHistory(@Autowired TestDatabase database) {
		for (int i = 0; i < NAMES.size(); i++) {
			Sql.addPastStay(database.jdbc(), NAMES.get(i), "2021-07-%02dT23:59:59.999998Z".formatted(i + 1), i + 1);
		}
	}

	@Test
	void containsTheHistory() throws IOException {
		List<CSVRecord> records = read(file(MONTH).body());
		List<JsonNode> lines = List
			.copyOf(editor().get("/operations/history?page_size=100&" + MONTH).json().get("operations").values());
		assertThat(records).hasSameSizeAs(lines).hasSize(2 * NAMES.size());
		for (int i = 0; i < lines.size(); i++) {
			assertThat(records.get(i).toList()).isEqualTo(expected(lines.get(i)));
		}
	}

	private static List<String> expected(JsonNode line) {
		Instant second = Instant.parse(line.get("date").asString()).truncatedTo(ChronoUnit.SECONDS);
		return List.of(line.get("user_id").asString(), line.get("segment_name").asString(), line.get("type").asString(),
				DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC).format(second));
	}

	static Stream<Arguments> fields() {
		return Stream.of(arguments(1, "PLAIN"), arguments(2, "with space"), arguments(3, "\"co,mma\""),
				arguments(4, "\"\"\"quoted\"\"\""), arguments(5, "\"line\nbreak\""), arguments(6, "\"cr\r\nlf\""),
				arguments(7, "😀"), arguments(8, "Скидка"));
	}

	@ParameterizedTest
	@MethodSource("fields")
	void quotesValuesWhenNecessary(int user, String name) {
		String day = "2021-07-%02d 23:59:59".formatted(user);
		assertThat(file(MONTH + "&user_ids=" + user).body())
			.isEqualTo(HEADER + "%d,%s,added,%s\n%d,%s,deleted,%s\n".formatted(user, name, day, user, name, day));
	}

	@Test
	void guardsFormulas() throws IOException {
		List<String> formulas = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=\"a,b\"", "=cmd|'/c calc'!A1");
		for (int i = 0; i < formulas.size(); i++) {
			Sql.addPastStay(this.database.jdbc(), formulas.get(i), "2021-08-%02dT00:00:00Z".formatted(i + 1), 100 + i);
		}
		List<CSVRecord> records = read(file("year=2021&month=8").body());
		for (int i = 0; i < formulas.size(); i++) {
			assertThat(records.get(2 * i).get("segment-name")).isEqualTo("'" + formulas.get(i));
		}
	}

	@Test
	void containsOnlyTheHeaderInAnEmptyMonth() {
		assertThat(file("year=2019&month=1").body()).isEqualTo(HEADER);
		assertThat(file(MONTH + "&user_ids=999").body()).isEqualTo(HEADER);
		assertThat(file("year=%d&month=12".formatted(LocalDate.now(ZoneOffset.UTC).getYear() - 1)).body())
			.isEqualTo(HEADER);
	}

	@Test
	void isSentAsADownload() {
		Answer answer = file("year=2021&month=7");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith("text/csv");
		assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"report_2021_7.csv\"");
	}

	@Test
	void keepsFormulasOnlyInRawFiles() {
		Sql.addPastStay(this.database.jdbc(), "=1+1", "2021-09-01T00:00:00Z", 200);
		String guarded = file("year=2021&month=9").body();
		Answer raw = file("year=2021&month=9&raw=true");
		assertThat(guarded).contains("'=1+1");
		assertThat(raw.body()).contains("=1+1").doesNotContain("'=1+1").startsWith(HEADER);
		assertThat(raw.header("Content-Disposition")).isEqualTo("attachment; filename=\"report_2021_9_raw.csv\"");
		assertThat(file("year=2021&month=9&raw=false").body()).isEqualTo(guarded);
		assertThat(editor().get("/reports/file", "{\"year\": 2021, \"month\": 9, \"raw\": true}").body())
			.isEqualTo(raw.body());
		assertRefused(file("year=2021&month=9&raw=maybe"), "invalid input");
	}

	@Test
	void namesAFilteredFileAfterItsUsers() {
		assertThat(file(MONTH + "&user_ids=2,1").header("Content-Disposition"))
			.isEqualTo("attachment; filename=\"report_2021_7_users_1_2.csv\"");
	}

	@Test
	void readsTheBodyAndPrefersTheQuery() {
		String body = "{\"year\": 2021, \"month\": 7, \"user_ids\": [2]}";
		assertThat(editor().get("/reports/file/", body).body()).contains("with space").doesNotContain("PLAIN");
		assertThat(editor().get("/reports/file?user_ids=1", body).body()).contains("PLAIN")
			.doesNotContain("with space");
		assertThat(editor().get("/reports/file?month=6", body).header("Content-Disposition"))
			.contains("report_2021_6_users_2.csv");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "year=2021", "month=7", "year=x&month=7", "year=0&month=7", "year=2021&month=0",
			"year=2021.5&month=7", "year=9223372036854775808&month=7", "year=2021&month=7&user_ids=x",
			"year=2021&month=7&user_ids=1,,2", "year=2021&month=7&user_ids=9223372036854775808" })
	void refusesAMalformedQuery(String query) {
		assertRefused(file(query), "invalid input");
		assertRefused(link(query), "invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{", "[]", "{\"year\": \"2021\", \"month\": 7}",
			"{\"year\": 2021, \"month\": 7, \"user_ids\": [null]}" })
	void refusesAMalformedBody(String body) {
		assertRefused(editor().get("/reports/file", body), "invalid input");
		assertRefused(editor().get("/reports/link", body), "invalid input");
	}

	@ParameterizedTest
	@ValueSource(strings = { "year=2021&month=13", "year=2021&month=-1", "year=-1&month=7", "year=9999&month=1",
			"year=9223372036854775807&month=1" })
	void refusesAPeriodThatCannotHaveHistory(String query) {
		assertRefused(file(query), "invalid history period");
	}

	@ParameterizedTest
	@ValueSource(strings = { MONTH, "year=2021&month=13", "year=9999&month=1", MONTH + "&user_ids=1" })
	void refusesToShareWithoutDrive(String query) {
		assertRefused(link(query), "google drive service is not available");
		assertRefused(editor().get("/reports/link/?" + query), "google drive service is not available");
	}

	private static void assertRefused(Answer answer, String error) {
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.header("Content-Disposition")).isEmpty();
		assertThat(answer.error()).isEqualTo(error);
	}

	private static List<CSVRecord> read(String csv) throws IOException {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = CSVParser.parse(csv, format)) {
			return parser.getRecords();
		}
	}

	private Answer file(String query) {
		return this.api.as(TestAccount.VIEWER).get("/reports/file?" + query);
	}

	private Answer link(String query) {
		return editor().get("/reports/link?" + query);
	}

	private Api editor() {
		return this.api.as(TestAccount.EDITOR);
	}

}
