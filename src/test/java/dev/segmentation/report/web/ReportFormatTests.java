package dev.segmentation.report.web;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.shared.SpreadsheetText;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The format of the file. Commons CSV and Python's csv module must be able to read it.
 */
@HttpTest
class ReportFormatTests {

	private static final List<String> NAMES = List.of("PLAIN", "co,mma", "semi;colon", "tab\tinside", "\"quoted\"",
			"line\nbreak", "cr\r\nlf", "Скидка", "😀 emoji", "'apostrophe", " leading", "\\.", "NULL");

	private static final List<String> FORMULAS = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=\"a,b\"",
			"-1;=2");

	private static final String DATE = "date_utc";

	private static final String NOTE = "=note; with \"quotes\",\nи кириллицей";

	@Autowired
	Api api;

	@Autowired
	Pages viewer;

	@BeforeAll
	static void addActs(@Autowired TestDatabase database) {
		JdbcClient jdbc = database.jdbc();
		for (int i = 0; i < NAMES.size() + FORMULAS.size(); i++) {
			String name = (i < NAMES.size()) ? NAMES.get(i) : FORMULAS.get(i - NAMES.size());
			RecordedAct
				.at(jdbc, "2026-03-01T00:%02d:00Z".formatted(i), "page", (i % 2 == 0) ? 2L : null,
						(i == 0) ? NOTE : null)
				.added(i, name, i);
		}
	}

	@Test
	void isReadByCommonsCsvWithEachDelimiter() throws IOException {
		for (String separator : List.of("COMMA,", "SEMICOLON;", "TAB\t")) {
			String csv = csv("separator=" + separator.substring(0, separator.length() - 1));
			CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator.charAt(separator.length() - 1)).get();
			try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
				List<List<String>> lines = parser.stream().map(CSVRecord::toList).toList();
				assertThat(lines.getFirst()).containsExactly("user-id", "segment-name", "type", DATE);
				assertNames(lines.subList(1, lines.size()));
			}
		}
	}

	@Test
	void isReadByPython(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("report.csv"), csv(
				"mark=true&preset=CUSTOM&column=USER_ID,SEGMENT_NAME,TYPE,DATE,ACT,SOURCE,ACCOUNT,NOTE,OLD_END,NEW_END"));
		Process python = new ProcessBuilder("python3", "-c", """
				import csv, json, sys
				with open(sys.argv[1], newline='', encoding='utf-8-sig') as file:
				    json.dump(list(csv.reader(file, strict=True)), sys.stdout)
				""", file.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String read = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(python.waitFor()).isZero();
		List<List<String>> lines = JsonMapper.shared()
			.readTree(read)
			.values()
			.stream()
			.map((line) -> line.values().stream().map((cell) -> cell.asString()).toList())
			.toList();
		assertThat(lines.getFirst()).containsExactly("user-id", "segment-name", "type", DATE, "act", "cause", "account",
				"note", "old-end_utc", "new-end_utc");
		assertNames(lines.subList(1, lines.size()));
		assertThat(lines.get(1).subList(5, 8)).containsExactly("page", "editor", "'" + NOTE);
		assertThat(lines.get(2).subList(5, 8)).containsExactly("page", "", "");
	}

	@Test
	void keepsFormulasInRawValues() throws IOException {
		try (CSVParser parser = CSVParser.parse(new StringReader(csv("raw=true")), CSVFormat.RFC4180)) {
			assertThat(parser.stream().skip(1).map((line) -> line.get(1)).toList())
				.isEqualTo(Stream.concat(NAMES.stream(), FORMULAS.stream()).toList());
		}
	}

	private static void assertNames(List<List<String>> lines) {
		assertThat(lines).hasSize(NAMES.size() + FORMULAS.size());
		for (int i = 0; i < lines.size(); i++) {
			String expected = (i < NAMES.size()) ? NAMES.get(i) : SpreadsheetText.guard(FORMULAS.get(i - NAMES.size()));
			assertThat(lines.get(i).subList(0, 4)).containsExactly("" + i, expected, "added",
					"2026-03-01 00:%02d:00".formatted(i));
		}
	}

	@Test
	void beginsWithAByteOrderMarkOnRequest() {
		assertThat(csv("mark=true")).startsWith("\uFEFFuser-id,");
		assertThat(csv("")).startsWith("user-id,");
	}

	@Test
	void namesTheFileAfterFiltersAndZone() {
		assertThat(disposition("month=2026-03")).isEqualTo("attachment; filename=\"history_2026-03_UTC.csv\"");
		assertThat(disposition("month=2026-03&zone=Europe/Moscow&users=7"))
			.isEqualTo("attachment; filename=\"history_2026-03_user-7_Europe-Moscow.csv\"");
		assertThat(disposition("segment=Скидка")).isEqualTo("attachment; filename=\"history________UTC.csv\"; "
				+ "filename*=UTF-8''history_%D0%A1%D0%BA%D0%B8%D0%B4%D0%BA%D0%B0_UTC.csv");
	}

	@Test
	void hasMonthAndDatesInTheChosenZone() {
		String first = csv("users=7&zone=UTC").lines().toList().getLast();
		assertThat(first).isEqualTo("7,Скидка,added,2026-03-01 00:07:00");
		for (String zone : List.of("Europe/Moscow", "UTC%2B03:00", "UTC%2B3", "Etc/GMT-3")) {
			List<String> lines = csv("users=7&zone=" + zone).lines().toList();
			assertThat(lines.getFirst()).endsWith(",date_" + ZoneId.of(zone.replace("%2B", "+")));
			assertThat(lines.getLast()).isEqualTo("7,Скидка,added,2026-03-01 03:07:00");
		}
		assertThat(csv("users=7&zone=America/New_York").lines()).hasSize(1);
		assertThat(this.viewer.get("/reports/history.csv?month=2026-02&users=7&zone=America/New_York").body())
			.endsWith("7,Скидка,added,2026-02-28 19:07:00\n");
	}

	@Test
	void takesTheZoneOfTheReaderUnlessAnotherIsChosen() {
		String own = this.viewer.get("/reports/history.csv?month=2026-03", "Cookie", "zone=Asia/Tokyo").body();
		assertThat(own).startsWith("user-id,segment-name,type,date_Asia/Tokyo\n");
		String utc = this.viewer.get("/reports/history.csv?month=2026-03&zone=UTC", "Cookie", "zone=Asia/Tokyo").body();
		assertThat(utc).isEqualTo(csv(""));
		assertThat(this.viewer.get("/reports/history.csv?month=2026-03&zone=Mars").statusCode()).isEqualTo(302);
	}

	private String disposition(String query) {
		return this.viewer.get("/reports/history.csv?" + URI.create("?" + query).toASCIIString().substring(1))
			.headers()
			.firstValue("Content-Disposition")
			.orElseThrow();
	}

	@Test
	void leavesTheApiAsItWas() {
		String csv = this.api.as(TestAccount.VIEWER).get("/reports/file?year=2026&month=3").body();
		assertThat(csv).startsWith("user-id,segment-name,type,date\n").contains(",'-1;=2,added,");
	}

	@Test
	void endsLinesAsUnixDoes() {
		assertThat(csv("").replace("cr\r\nlf", "").replace("\"'\rx\"", "")).doesNotContain("\r").endsWith("\n");
	}

	@Test
	void refusesAnUnknownDelimiter() {
		assertThat(this.viewer.get("/reports/history.csv?separator=PIPE").statusCode()).isEqualTo(400);
	}

	private String csv(String options) {
		return this.viewer.get("/reports/history.csv?month=2026-03&" + options).body();
	}

}
