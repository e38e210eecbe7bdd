package dev.segmentation.report.web;

import java.net.http.HttpResponse;
import java.util.Map;

import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The format that the forms preselect.
 */
@HttpTest
class FileFormatTests {

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	@Autowired
	Pages editor;

	@BeforeEach
	void forget() {
		this.database.jdbc().sql("DELETE FROM report_choices").update();
	}

	@ParameterizedTest
	@CsvSource({ "ru, SEMICOLON, true", "'ru-RU,ru;q=0.9,en;q=0.8', SEMICOLON, true", "de-DE, SEMICOLON, true",
			"fr, SEMICOLON, true", "pt-BR, SEMICOLON, true", "en-US, COMMA, true", "en-GB, COMMA, true",
			"ja, COMMA, true", "'', COMMA, true" })
	void fitsTheSpreadsheetOfTheReadersLanguage(String languages, String separator, boolean mark) {
		for (String form : new String[] { "/reports/new", "/reports/download" }) {
			String[] header = languages.isEmpty() ? new String[0] : new String[] { "Accept-Language", languages };
			assertChosen(this.editor.get(form, header), separator, mark);
		}
	}

	@Test
	void isThatOfTheLastReportOfTheAccount() {
		this.editor.post("/reports", Map.of("place", "FILE", "separator", "TAB", "mark", "true"));
		assertChosen(this.editor.get("/reports/new", "Accept-Language", "en"), "TAB", true);
		Pages otherBrowser = new Pages(this.api).signIn(TestAccount.EDITOR);
		assertChosen(otherBrowser.get("/reports/download", "Accept-Language", "ru"), "TAB", true);
		Pages other = new Pages(this.api).signIn(TestAccount.ADMIN);
		assertChosen(other.get("/reports/download", "Accept-Language", "ru"), "SEMICOLON", true);
	}

	@Test
	void isThatOfTheLastDownloadWithTheForm() {
		this.editor.get("/reports/history.csv?separator=TAB");
		assertChosen(this.editor.get("/reports/download", "Accept-Language", "ru"), "SEMICOLON", true);
		this.editor.get("/reports/history.csv?separator=TAB&remember=true");
		assertChosen(this.editor.get("/reports/download", "Accept-Language", "ru"), "TAB", false);
		this.editor.get("/reports/history.csv?separator=COMMA&remember=true");
		assertChosen(this.editor.get("/reports/download", "Accept-Language", "ru"), "COMMA", false);
	}

	@Test
	void isThatOfTheAddress() {
		String given = "/reports/new?place=FILE&separator=COMMA&mark=false";
		assertChosen(this.editor.get(given, "Accept-Language", "ru"), "COMMA", false);
		assertThat(this.editor.get(given).body()).containsPattern("value=\"FILE\"\\s+checked");
	}

	@Test
	void endsTheNameOfFilesWithTabsAsTheyDo() {
		HttpResponse<String> file = this.editor.get("/reports/history.csv?separator=TAB&zone=UTC");
		assertThat(file.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"history_UTC.tsv\"");
		assertThat(file.headers().firstValue("Content-Type")).contains("text/tab-separated-values;charset=UTF-8");
		assertThat(file.body()).startsWith("user-id\tsegment-name\t");
	}

	private static void assertChosen(HttpResponse<String> form, String separator, boolean mark) {
		assertThat(form.body()).containsPattern("<option value=\"" + separator + "\"\\s+selected");
		assertThat(form.body().contains("name=\"mark\" value=\"true\" checked")).isEqualTo(mark);
	}

}
