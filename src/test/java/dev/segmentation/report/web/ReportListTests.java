package dev.segmentation.report.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of reports: 70 links of the editor, and one report in each other state.
 */
@HttpTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportListTests {

	private static final Pattern ROW = Pattern.compile("class=\"name\" href=\"/reports/(\\d+)\"");

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	@Autowired
	Pages viewer;

	@BeforeAll
	static void addReports(@Autowired TestDatabase database) {
		database.jdbc().sql("INSERT INTO segments (id, name) OVERRIDING SYSTEM VALUE VALUES (77, 'Скидка')").update();
		database.jdbc()
			.sql("""
					INSERT INTO reports (name, place, account_id, query, date_from, date_to, user_ids, segment_ids, kinds,
					    separator, byte_order_mark, detailed, created_at, expires_at, ready_at, lines, bytes, opened,
					    drive_file_id, drive_link, revoked_at)
					SELECT name, place, account, query, '2000-01-01', '2100-01-01', '{}', segments, '{}', ',', false, false,
					    now() - interval '80 minutes' + number * interval '1 minute',
					    CASE WHEN place <> 'DRIVE' THEN now() + days * interval '1 day' END,
					    CASE WHEN ready THEN now() END, number, 10, 100 - number,
					    CASE place WHEN 'DRIVE' THEN 'file' END, CASE place WHEN 'DRIVE' THEN 'https://drive.google.com/x' END,
					    CASE WHEN revoked THEN now() END
					FROM (
					    SELECT number, 'link_' || number || '.csv' AS name, 'LINK' AS place, 2 AS account, '' AS query,
					        CAST('{}' AS bigint[]) AS segments, 7 AS days, true AS ready, false AS revoked
					    FROM generate_series(1, 70) AS number
					    UNION ALL VALUES (71, 'over.csv', 'LINK', 1, '?month=2026-03', CAST('{}' AS bigint[]), -3, true, false),
					        (72, 'revoked.csv', 'LINK', 1, '', '{}', 7, true, true),
					        (73, 'failed.csv', 'FILE', 1, '', '{77}', 7, false, false),
					        (74, 'drive.csv', 'DRIVE', 1, '', '{}', 0, true, false)
					) AS row
					""")
			.update();
	}

	@Test
	@Order(1)
	void hasPagesWithTheRangeAndTheTotal() {
		String first = this.editor.get("/reports").body();
		String second = this.editor.get(link(first, "next")).body();
		String third = this.editor.get(link(second, "next")).body();
		assertThat(first).contains("1 to 30 of 74", "id=\"count\">74").doesNotContain("rel=\"prev\"");
		assertThat(second).contains("31 to 60 of 74");
		assertThat(third).contains("61 to 74 of 74", "href=\"/reports\" hx-get=\"/reports\"", "First page")
			.doesNotContain("rel=\"next\"");
		assertThat(Stream.of(first, second, third).flatMap((page) -> ids(page).stream())).doesNotHaveDuplicates()
			.hasSize(74);
		assertThat(ids(this.editor.get(link(third, "prev")).body())).isEqualTo(ids(second));
		assertThat(ids(this.editor.get(link(second, "prev")).body())).isEqualTo(ids(first));
		String part = this.editor.get(link(first, "next"), "HX-Request", "true").body();
		assertThat(part.strip()).startsWith("<div id=\"table\"").contains("31 to 60 of 74", "id=\"fold-count\"");
	}

	@ParameterizedTest
	@CsvSource({ "status=LIVE, 71", "status=EXPIRED, 1", "status=REVOKED, 1", "status=FAILED, 1", "status=PREPARING, 0",
			"place=DRIVE, 1", "place=FILE, 1", "mine=true, 70", "mine=true&status=FAILED, 0", "q=over, 1",
			"q=LINK_7, 2", "q=admin, 4", "q=2026-03, 1", "q=%D0%A1%D0%BA%D0%B8%D0%B4%D0%BA%D0%B0, 1", "q=%25, 0",
			"q=nothing, 0" })
	@Order(2)
	void isFilteredAndSearched(String query, int rows) {
		String page = this.editor.get("/reports?" + query).body();
		if (rows == 0) {
			assertThat(page).contains("No matching reports", "Show all reports", "id=\"filters\"");
		}
		else {
			assertThat(page).containsPattern("(of |>)" + rows + "[ <]");
			assertThat(ids(page)).hasSize(Math.min(rows, 30));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "name", "lines", "opened", "created" })
	@Order(2)
	void isSortedByEachColumnOnAllPages(String column) {
		List<String> ascending = walk("/reports?status=LIVE&sort=" + column + "&order=asc");
		List<String> descending = walk("/reports?status=LIVE&sort=" + column + "&order=desc");
		assertThat(ascending).hasSize(71).doesNotHaveDuplicates();
		assertThat(descending).isEqualTo(ascending.reversed());
	}

	@Test
	@Order(2)
	void saysWhenAReportEnded() {
		assertThat(this.editor.get("/reports?q=over.csv").body()).contains("Expired").doesNotContain("data-countdown");
		assertThat(this.editor.get("/reports/" + id("over.csv")).body())
			.containsPattern("The report expired on [A-Z0-9]");
		assertThat(this.editor.get("/reports?q=revoked.csv").body()).contains("Revoked", "<time");
	}

	@Test
	@Order(2)
	void refusesAnotherListsCursorAndUnknownFilters() {
		String next = link(this.editor.get("/reports").body(), "next");
		assertThat(this.editor.get(next + "&sort=name").statusCode()).isEqualTo(400);
		assertThat(this.editor.get("/reports?status=nothing").statusCode()).isEqualTo(400);
		assertThat(this.editor.get("/reports?at=nothing").statusCode()).isEqualTo(400);
	}

	@Test
	@Order(2)
	void offersViewersNothingThatTheyMayNotDo() {
		assertThat(this.viewer.get("/reports").body()).doesNotContain("type=\"checkbox\" name=\"reports\"",
				"selection-bar", "New report", "data-copy=", "/shared/");
		assertThat(this.editor.get("/reports").body()).contains("data-copy=", "/shared/");
		assertThat(this.viewer.get("/reports/selected/revoke?reports=1").statusCode()).isEqualTo(403);
		assertThat(this.viewer.post("/reports/selected/revoke", Map.of("reports", "1")).statusCode()).isEqualTo(403);
		assertThat(this.viewer.get("/reports/" + id("over.csv")).body()).doesNotContain("create it again");
	}

	@Test
	@Order(3)
	void revokesSelectedReportsAfterAConfirmation() {
		String query = Stream.of("link_1.csv", "link_2.csv", "over.csv")
			.map((name) -> "reports=" + id(name))
			.collect(Collectors.joining("&"));
		String dialog = this.editor.get("/reports/selected/revoke?" + query).body();
		assertThat(dialog).contains("Revoke 2 reports?", "link_1.csv", "link_2.csv", "opened 197 times")
			.doesNotContain("over.csv");
		assertThat(state("link_1.csv")).isEqualTo("open");
		HttpResponse<String> answer = this.editor.postFrom(this.editor.get("/reports"), "/reports/selected/revoke",
				Map.of("reports", id("link_1.csv") + "," + id("link_2.csv") + "," + id("over.csv")));
		assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath()).isEqualTo("/reports");
		assertThat(this.editor.get("/reports").body()).contains("2 reports revoked");
		assertThat(List.of(state("link_1.csv"), state("link_2.csv"), state("over.csv"))).containsExactly("revoked",
				"revoked", "open");
		assertThat(this.editor.get("/reports/" + id("link_1.csv")).body())
			.containsPattern("Revoked</span>\\s*<bdi[^>]*>editor");
	}

	@Test
	@Order(4)
	void refusesAnEmptySelectionAndOneThatIsTooLong() {
		assertThat(this.editor.get("/reports/selected/revoke").body()).contains("Select reports first.");
		String many = Stream.iterate(1, (id) -> id + 1)
			.limit(201)
			.map(String::valueOf)
			.collect(Collectors.joining(","));
		assertThat(this.editor.post("/reports/selected/revoke", Map.of("reports", many)).body())
			.contains("Select at most 200 reports.");
		assertThat(this.editor.get("/reports/selected/revoke?reports=" + id("over.csv")).body())
			.contains("have already expired");
		assertThat(this.editor.get("/reports/selected/revoke?reports=x").statusCode()).isLessThan(500);
	}

	private List<String> walk(String first) {
		List<String> ids = new java.util.ArrayList<>();
		String address = first;
		while (!address.isEmpty()) {
			String page = this.editor.get(address).body();
			ids.addAll(ids(page));
			address = page.contains("rel=\"next\"") ? link(page, "next") : "";
		}
		return ids;
	}

	private static List<String> ids(String page) {
		return ROW.matcher(page).results().map((row) -> row.group(1)).toList();
	}

	private static String link(String page, String rel) {
		return Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"")
			.matcher(page)
			.results()
			.map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
			.findFirst()
			.orElseThrow();
	}

	private long id(String name) {
		return this.database.jdbc()
			.sql("SELECT id FROM reports WHERE name = :name")
			.param("name", name)
			.query(Long.class)
			.single();
	}

	private String state(String name) {
		return this.database.jdbc()
			.sql("SELECT CASE WHEN revoked_at IS NULL THEN 'open' ELSE 'revoked' END FROM reports WHERE name = :name")
			.param("name", name)
			.query(String.class)
			.single();
	}

}
