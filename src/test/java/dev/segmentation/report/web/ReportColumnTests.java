package dev.segmentation.report.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.history.csv.CsvColumn;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The columns of files.
 */
@HttpTest
class ReportColumnTests {

	private static final String FILE = "/reports/history.csv?month=2026-03&zone=UTC";

	private static long anna;

	private static long formula;

	@Autowired
	Pages editor;

	@BeforeAll
	static void addActs(@Autowired TestDatabase database) {
		JdbcClient jdbc = database.jdbc();
		anna = Sql.addUser(jdbc, "anna");
		formula = Sql.addUser(jdbc, "ivan");
		jdbc.sql("UPDATE users SET external_id = '=c-1', login = '-ivan' WHERE id = :id").param("id", formula).update();
		RecordedAct.at(jdbc, "2026-03-01T00:00:00Z", "page", 2L, "Monday").added(5, "BETA", anna, formula, 999);
		RecordedAct.at(jdbc, "2026-03-02T00:00:00Z", "api", 3L, null).deleted(5, "BETA", anna);
	}

	@Test
	void areThoseOfTheApiUnlessOthersAreChosen() {
		assertThat(lines("")).isEqualTo(lines("&preset=API"))
			.startsWith("user-id,segment-name,type,date_utc", anna + ",BETA,added,2026-03-01 00:00:00");
	}

	@Test
	void tellAPartnerNoPersonalData() {
		assertThat(lines("&preset=PARTNER")).containsExactly("external-id,segment-name,type,date_utc",
				",BETA,added,2026-03-01 00:00:00", "'=c-1,BETA,added,2026-03-01 00:00:00",
				",BETA,added,2026-03-01 00:00:00", ",BETA,deleted,2026-03-02 00:00:00");
	}

	@Test
	void canBeAllOfThem() {
		List<String> lines = lines("&preset=FULL");
		assertThat(lines.getFirst()).isEqualTo("user-id,external-id,login,email,segment-id,segment-name,type,date_utc,"
				+ "act,cause,account,note,old-end_utc,new-end_utc");
		assertThat(lines.get(1)).startsWith(anna + ",,anna,anna@example.com,5,BETA,added,2026-03-01 00:00:00,")
			.endsWith(",page,editor,Monday,,");
		assertThat(lines.get(2)).startsWith(formula + ",'=c-1,'-ivan,");
		assertThat(lines.get(3)).as("a deleted user").startsWith("999,,,,5,BETA,added,");
		assertThat(lines).hasSize(5);
	}

	@Test
	void haveTheChosenOrder() {
		assertThat(lines("&preset=CUSTOM&column=NOTE&column=LOGIN&column=USER_ID").subList(0, 2))
			.containsExactly("note,login,user-id", "Monday,anna," + anna);
		assertThat(lines("&preset=CUSTOM&column=SEGMENT_ID").stream().distinct()).containsExactly("segment-id", "5");
		assertThat(lines("&preset=CUSTOM&column=LOGIN&column=DATE&users=" + anna)).containsExactly("login,date_utc",
				"anna,2026-03-01 00:00:00", "anna,2026-03-02 00:00:00");
	}

	/** Each column has a line for each change of a user, also together with any other. */
	@Test
	void doNotChangeTheLines() {
		for (CsvColumn column : CsvColumn.values()) {
			for (String users : List.of("", "&users=%d,999".formatted(anna))) {
				String both = "&preset=CUSTOM&column=%s&column=DATE".formatted(column) + users;
				assertThat(lines(both).stream().map(ReportColumnTests::date).toList()).as(both)
					.isEqualTo(
							lines("&preset=CUSTOM&column=DATE" + users).stream().map(ReportColumnTests::date).toList());
			}
		}
	}

	private static String date(String line) {
		return line.substring(line.lastIndexOf(',') + 1);
	}

	@Test
	void areRefusedWithoutAnyOfThem() {
		HttpResponse<String> answer = this.editor.get(FILE + "&preset=CUSTOM&separator=TAB");
		assertThat(answer.statusCode()).isEqualTo(302);
		String form = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
		assertThat(form).startsWith("/reports/download?");
		assertThat(this.editor.get(form).body()).contains("Choose at least one column.", "selected=\"selected\">Tab<",
				"name=\"month\" value=\"2026-03\"");
		assertThat(this.editor.get(FILE + "&preset=CUSTOM&column=PASSWORD").statusCode()).isEqualTo(400);
		assertThat(this.editor.post("/reports", Map.of("place", "FILE", "preset", "CUSTOM")).body())
			.contains("id=\"column-error\"", "Choose at least one column.");
	}

	@Test
	void areKeptForTheReportAndForTheNextOne() {
		String page = this.editor
			.post("/reports?column=EMAIL&column=USER_ID",
					Map.of("month", "2026-03", "zone", "UTC", "place", "FILE", "preset", "CUSTOM", "separator",
							"COMMA"))
			.headers()
			.firstValue("Location")
			.orElseThrow();
		assertThat(this.editor.get(page).body()).contains("Columns: email, user-id.");
		assertThat(this.editor.get(page + "/file").body()).startsWith("email,user-id\nanna@example.com," + anna);
		String form = this.editor.get("/reports/new").body();
		String order = Stream.of(form.split("name=\"column\" value=\""))
			.skip(1)
			.map((part) -> part.substring(0, part.indexOf('"')))
			.limit(3)
			.collect(Collectors.joining(" "));
		assertThat(order).isEqualTo("EMAIL USER_ID EXTERNAL_ID");
		assertThat(form).containsPattern("value=\"CUSTOM\"\\s+checked");
	}

	@Test
	void arePointedOutIfTheyArePersonal() {
		String form = this.editor.get("/reports/new").body();
		assertThat(form).contains("reads personal data in these columns", "data-of=\"LOGIN\"");
		for (String column : List.of("LOGIN", "EMAIL", "ACCOUNT", "NOTE")) {
			assertThat(form).containsPattern("value=\"" + column + "\"[^>]*data-personal");
		}
		assertThat(form).doesNotContainPattern("value=\"EXTERNAL_ID\"[^>]*data-personal");
	}

	@Test
	void areSharedOnlyAfterATickIfTheyArePersonal() {
		String problem = "Confirm that you share personal data";
		Map<String, String> full = Map.of("place", "LINK", "preset", "FULL", "ttl", "1d");
		HttpResponse<String> refused = this.editor.post("/reports?month=2026-03", full);
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"personal-error\"", problem);
		assertThat(this.editor.post("/reports?month=2026-03&personal=true", full).statusCode()).isEqualTo(302);
		assertThat(this.editor.post("/reports?column=NOTE", Map.of("place", "LINK", "preset", "CUSTOM")).body())
			.contains(problem);
		for (Map<String, String> none : List.of(Map.of("place", "LINK", "preset", "PARTNER"),
				Map.of("place", "FILE", "preset", "FULL"))) {
			assertThat(this.editor.post("/reports?month=2026-03", none).statusCode()).as("%s", none).isEqualTo(302);
		}
	}

	private List<String> lines(String options) {
		return this.editor.get(FILE + options).body().lines().toList();
	}

}
