package dev.segmentation.report.web;

import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import dev.segmentation.history.HistoryFilter;
import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.HistoryFilterParser;
import dev.segmentation.history.ParsedFilter;
import dev.segmentation.history.Selection;
import dev.segmentation.history.Selection.Only;
import dev.segmentation.history.act.ActChange;
import dev.segmentation.history.act.ActService;
import dev.segmentation.history.act.ActSummary;
import dev.segmentation.history.act.ActUser;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A downloaded file contains the same changes as the history page with the same filters.
 */
@HttpTest
class ReportFilterTests {

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

	@Autowired
	HistoryFilterParser search;

	@Autowired
	ActService acts;

	@Autowired
	Pages viewer;

	@BeforeAll
	static void addActs(@Autowired TestDatabase database) {
		JdbcClient jdbc = database.jdbc();
		Sql.addUser(jdbc, "maria");
		RecordedAct.at(jdbc, "2026-02-28T23:59:59.999999Z", "api", 1L, null).added(5, "BETA", 1, 2, 3);
		RecordedAct.at(jdbc, "2026-03-01T00:00:00Z", "import", 2L, "=note, \"quoted\"\nand broken")
			.added(5, "BETA", LongStream.rangeClosed(100, 400).toArray())
			.deleted(6, "OLD, \"NAME\"", 1, 2);
		RecordedAct.at(jdbc, "2026-03-10T12:00:00Z", "expiry", null, null).deleted(5, "BETA", 1);
		RecordedAct.at(jdbc, "2026-03-31T22:30:00Z", "page", 2L, null).added(6, "RENAMED", 1, 63, 64, 65);
		RecordedAct.at(jdbc, "2026-04-01T00:00:00Z", "segment_deleted", 2L, null).deleted(6, "RENAMED", 1, 63, 64, 65);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "month=2026-03", "month=2026-02", "month=2020-01", "from=2026-03-10", "to=2026-03-10",
			"from=2026-03-10&to=2026-03-31", "users=1", "users=1,64", "users=maria,300", "users=999999", "segment=BETA",
			"segment=renamed", "segment=OLD%2C+%22NAME%22", "cause=import", "cause=page&cause=expiry", "cause=undo",
			"account=editor", "account=admin", "users=1&segment=BETA",
			"month=2026-03&users=1&segment=BETA&cause=expiry",
			"month=2026-03&segment=BETA&account=editor&cause=import" })
	void containsTheChangesOfTheHistoryPage(String query) throws IOException {
		for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"))) {
			List<List<String>> lines = lines(query, zone);
			assertThat(lines).as(query + " in " + zone).containsExactlyInAnyOrderElementsOf(expected(query, zone));
			assertThat(lines).as("oldest first")
				.isSortedAccordingTo((one, other) -> one.get(3).compareTo(other.get(3)));
		}
	}

	@Test
	void refusesInvalidFilters() {
		for (String query : List.of("segment=NOBODY", "month=2026-13", "users=nobody", "cause=magic", "account=x")) {
			assertThat(this.viewer.get("/reports/history.csv?" + query).headers().firstValue("Location").orElse(""))
				.as(query)
				.contains("/reports/download?");
			assertThat(this.viewer.get("/reports/download?" + query).body()).contains("alert-warning")
				.doesNotContain("history.csv?");
		}
	}

	@Test
	void showsTheFiltersAndTheFormats() {
		String form = this.viewer.get("/reports/download?segment=BETA&cause=import").body();
		assertThat(form).contains("BETA", "List", "name=\"segment\" value=\"BETA\"", "name=\"cause\" value=\"import\"",
				"SEMICOLON", "name=\"mark\"", "name=\"preset\"");
	}

	/** Returns the changes on the history page, act by act and user by user. */
	private List<List<String>> expected(String query, ZoneId zone) {
		ParsedFilter meaning = this.search.parse(HistoryFilterForm.ofUrl("?" + query), zone);
		assertThat(meaning.problems()).isEmpty();
		HistoryFilter filter = meaning.filter();
		List<List<String>> lines = new ArrayList<>();
		for (ActSummary act : this.acts.page(filter, null, 100).page().items()) {
			for (ActChange change : this.acts.get(act.id(), 100).changes()) {
				if (contains(filter.segments(), change.segmentId())) {
					addLines(lines, act, change, meaning);
				}
			}
		}
		return lines;
	}

	private void addLines(List<List<String>> lines, ActSummary act, ActChange change, ParsedFilter filter) {
		for (ActUser user : this.acts.users(act.id(), change.segmentId(), change.type(), null, 1000).items()) {
			if (contains(filter.filter().users(), user.id())) {
				lines.add(List.of("" + user.id(), change.segmentName(), change.type().text(),
						SECOND.format(act.at().atZone(filter.zone()))));
			}
		}
	}

	private static boolean contains(Selection selection, long id) {
		return !(selection instanceof Only(List<Long> ids)) || ids.contains(id);
	}

	private List<List<String>> lines(String query, ZoneId zone) throws IOException {
		String csv = this.viewer.get("/reports/history.csv?" + query, "Cookie", "zone=" + zone.getId()).body();
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
			return parser.stream().map(CSVRecord::toList).toList();
		}
	}

}
