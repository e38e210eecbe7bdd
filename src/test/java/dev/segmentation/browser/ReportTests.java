package dev.segmentation.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.HistoryPage;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.browser.page.ReportPage;
import dev.segmentation.support.Api;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Pages;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.WithoutJavaScript;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.attributes;
import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.CollectionCondition.texts;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.disabled;
import static com.codeborne.selenide.Condition.empty;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Reports in a browser: an analyst downloads the history and shares it with people who
 * have no account.
 */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportTests {

	private static final String LINES = "1,BETA,added,2026-02-01 08:00:00\n2,BETA,added,2026-02-01 08:00:00\n";

	@Autowired
	Api api;

	@Autowired
	TestDatabase database;

	private final HistoryPage history = new HistoryPage();

	private final ReportPage report = new ReportPage();

	@Test
	@Order(1)
	void downloadsSharesOpensAndRevokesAReport() throws IOException {
		RecordedAct.at(this.database.jdbc(), "2026-02-01T08:00:00Z", "page", 2L, "Monday").added(101, "BETA", 1, 2);
		RecordedAct.at(this.database.jdbc(), "2026-03-01T08:00:00Z", "api", 3L, null).added(102, "GAMMA", 7);
		this.database.jdbc().sql("""
				INSERT INTO segment_days (segment_id, day, kind, added, removed)
				VALUES (101, '2026-02-01', 'page', 2, 0), (102, '2026-03-01', 'api', 1, 0)
				""").update();
		LoginPage.openAs(TestAccount.EDITOR, "/reports");
		$(".empty").shouldHave(text("No reports yet"));
		Looks.check("reports-empty");
		$(".empty a").click();
		this.history.filterBySegment("BETA").sentences().shouldHave(size(1));

		this.report.openDownload().choose("COMMA", "API").lines().shouldHave(text("About 2 lines"));
		Looks.check("report-download");
		assertThat(Files.readString(this.report.download().toPath())).endsWith("date_utc\n" + LINES);

		this.report.openShare();
		this.report.place("DRIVE").shouldBe(disabled);
		Looks.check("report-share");
		this.report.prepare().copy();
		String link = Objects.requireNonNull(this.report.link().getValue());
		assertThat(link).startsWith(this.api.root() + "/shared/");
		Looks.check("report-ready");
		this.report.list().rows().shouldHave(size(1));
		$(".reports .chip").shouldHave(text("BETA"));
		Looks.check("reports");

		assertThat(openWithoutAnAccount(link).body()).contains("Download file").doesNotContain(LINES);
		assertThat(downloadByThePage(link)).endsWith("date_utc\n" + LINES);
		Selenide.refresh();
		$(".reports .report-opened a").shouldHave(exactText("1")).click();
		$(".openings tbody").shouldHave(text("127.0.0.0/24"), text("Java-http-client"));
		Looks.check("report-openings");
		$(".breadcrumb a[href^='/reports/']").click();
		$("#opened").shouldHave(exactText("1 time"));
		this.report.revoke("The link has been opened 1 time.");
		Looks.check("report-revoked");
		assertThat(openWithoutAnAccount(link).statusCode()).isEqualTo(410);
		deleteCookies();
		Selenide.open(link);
		$("h1").shouldHave(text("This link no longer works"));
		Looks.check("report-link-over");
	}

	@Test
	@Order(2)
	@WithoutJavaScript
	void sharesAndRevokesWithoutJavaScript() {
		LoginPage.openAs(TestAccount.EDITOR, "/history?segment=GAMMA");
		$("#share").click();
		$("form.form [name=place]").shouldBe(visible);
		$("form.form .btn-primary").click();
		$("#link").shouldBe(visible);
		$("#opened").click();
		$(".empty").shouldHave(text("Nobody has opened this link yet"));
		$(".breadcrumb a[href^='/reports/']").click();
		$("#revoke").click();
		$("#confirm").click();
		$(".alert-warning").shouldHave(text("The report was revoked"));
	}

	/** In Moscow, the month begins three hours earlier than in UTC. */
	@Test
	@Order(3)
	void downloadsAMonthOfMoscowInRussian() throws IOException {
		RecordedAct.at(this.database.jdbc(), "2026-04-30T22:00:00Z", "page", 2L, null).added(103, "СКИДКА", 5);
		this.database.jdbc()
			.sql("INSERT INTO segment_days (segment_id, day, kind, added, removed) VALUES (103, '2026-04-30', 'page', 1, 0)")
			.update();
		this.database.jdbc().sql("DELETE FROM report_choices").update();
		this.database.jdbc().sql("UPDATE accounts SET language = 'ru', time_zone = 'Europe/Moscow'").update();
		LoginPage.openAs(TestAccount.EDITOR, "/history?segment=СКИДКА&month=2026-05&zone=UTC");
		this.history.sentences().shouldHave(size(0));
		this.history.zone().selectOptionByValue("Europe/Moscow");
		this.history.sentences().shouldHave(size(1));
		this.history.chips().findBy(text("май 2026 г. (Europe/Moscow)")).shouldBe(visible);
		Looks.check("history-zone-russian");

		this.report.openDownload().lines().shouldHave(text("Примерно 1 строка"));
		$("#separator").shouldHave(value("SEMICOLON"));
		$("[name=mark]").shouldBe(checked);
		Looks.check("report-download-russian");
		this.report.zone().selectOptionByValue("UTC");
		this.report.lines().shouldHave(text("Строк нет"));
		this.report.zone().selectOptionByValue("Europe/Moscow");
		this.report.lines().shouldHave(text("Примерно 1 строка"));
		File file = this.report.download();
		assertThat(file.getName()).isEqualTo("history_2026-05_СКИДКА_Europe-Moscow.csv");
		assertThat(Files.readString(file.toPath()))
			.isEqualTo("\uFEFFuser-id;segment-name;type;date_Europe/Moscow\n5;СКИДКА;added;2026-05-01 01:00:00\n");

		this.report.openShare();
		Looks.check("report-share-russian");
		this.report.prepare().list().rows().first().shouldHave(text("май 2026 г. (Europe/Moscow)"));
		$(".report-name").shouldHave(text("history_2026-05_СКИДКА_Europe-Moscow.csv"));
		Looks.check("reports-russian");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ru" })
	@Order(4)
	void choosesColumnsAndFormat(String language) {
		this.database.jdbc().sql("UPDATE accounts SET language = ?, time_zone = 'UTC'").param(language).update();
		this.database.jdbc().sql("DELETE FROM report_choices").update();
		LoginPage.openAs(TestAccount.EDITOR, "/history?segment=BETA");
		this.report.openShare();
		$(".report-personal").shouldNotBe(visible);
		this.report.preset("FULL");
		$(".report-personal").shouldBe(visible);
		this.report.place("FILE").scrollIntoCenter().click();
		$(".report-personal").shouldNotBe(visible);
		this.report.place("LINK").scrollIntoCenter().click();
		this.report.preset("CUSTOM").column("EMAIL").click();
		$(".report-personal").shouldBe(visible);
		this.report.column("TYPE").closest("li").$("[data-move-up]").click();
		$$(".report-choice input")
			.shouldHave(attributes("value", "USER_ID", "TYPE", "SEGMENT_NAME", "DATE", "EXTERNAL_ID", "LOGIN", "EMAIL",
					"SEGMENT_ID", "ACT", "SOURCE", "ACCOUNT", "NOTE", "OLD_END", "NEW_END"));
		Looks.check("report-columns-" + language);
		$("#format").selectOptionByValue("XLSX");
		$("#separator").shouldNotBe(visible);
		Looks.check("report-format-" + language);
		$$(".report-personal li").filter(visible).shouldHave(texts($("[data-of=EMAIL]").text()));
		$("#dialog .btn-primary").click();
		$("#personal-error").shouldBe(visible);
		Looks.check("report-personal-" + language);
		$("[name=personal]").click();
		this.report.prepare();
		$("h1").shouldHave(exactText("history_BETA_UTC.xlsx"));
		$("#main").shouldHave(text("user-id, type, segment-name, date_utc, email"));
		Looks.check("report-ready-xlsx-" + language);
	}

	/** The list, its filters, the name and the end of a report, and revoking several. */
	@ParameterizedTest
	@CsvSource({ "en, report-list", "ru, report-list-ru" })
	@Order(5)
	void findsChangesAndRevokesReports(String language, String looks) {
		this.database.jdbc().sql("DELETE FROM reports").update();
		this.database.jdbc()
			.sql("""
					INSERT INTO reports (name, place, account_id, query, date_from, date_to, user_ids, segment_ids, kinds,
					    separator, byte_order_mark, detailed, expires_at, ready_at, lines, bytes)
					SELECT 'month_' || number || '.csv', 'LINK', 2, '?month=2026-02', '2026-02-01', '2026-03-01', '{}', '{}', '{}',
					    ',', false, false, now() + interval '7 days', now(), number, 100 * number
					FROM generate_series(1, 70) AS number
					""")
			.update();
		LoginPage.openAs(TestAccount.EDITOR, "/reports");
		choose(language);
		this.report.rows().shouldHave(size(30));
		Looks.check(looks);
		$(".pager [rel=next]").click();
		$(".pager-shown").shouldHave(text("31"));
		$(".pager [rel=next]").click();
		$(".pager-shown").shouldHave(text("61"));
		$(".pager [rel=prev]").click();
		$(".pager-shown").shouldHave(text("31"));
		$(".pager a").click();
		$(".pager-shown").shouldHave(text("30"));

		$("#q").setValue("month_70");
		this.report.rows().shouldHave(size(1));
		$(".reports .name").click();
		$("#settings").click();
		$("#dialog #title").setValue("February");
		$("#dialog #recipient").setValue("Anna at Partner");
		Looks.check(looks + "-settings");
		$("#dialog .btn-primary").click();
		$("h1").shouldHave(text("February"));
		$(".facts").shouldHave(text("Anna at Partner"));
		$("#extend").click();
		$("#dialog #by").setValue("2w");
		$("#dialog .end-preview").shouldNotBe(empty);
		Looks.check(looks + "-extend");
		$("#dialog .btn-primary").click();
		$(".trace").shouldHave(text("editor"));
		Looks.check(looks + "-detail");
		$("#again").click();
		$("#dialog [value=RENEW]").shouldBe(visible);
		Looks.check(looks + "-again");
		$("#dialog [data-dialog-close]").click();

		this.report.list();
		$("[data-select-all]").click();
		$(".pager [rel=next]").click();
		$(".pager-shown").shouldHave(text("31"));
		$("td.select input").click();
		$(".selection-bar").shouldBe(visible);
		Looks.check(looks + "-selected");
		$(".selection-bar .btn-outline-danger").click();
		$("#dialog .btn-danger").shouldHave(text("31"));
		Looks.check(looks + "-revoke");
		$("#dialog .btn-danger").click();
		$(".toast-message").shouldHave(text("31"));
		$(".selection-bar").shouldNotBe(visible);
		$("#status").selectOptionByValue("LIVE");
		$(".pager-shown").shouldHave(text("39"));
	}

	private static void choose(String language) {
		$(".topbar details summary").click();
		$("button[name=language][value=" + language + "]").click();
		$("html[lang=" + language + "]").should(exist);
	}

	/** A partner opens a link with a password, after an editor shared it. */
	@ParameterizedTest
	@CsvSource({ "en, shared-link", "ru, shared-link-ru" })
	@Order(6)
	void opensAProtectedLink(String language, String looks) {
		this.database.jdbc().sql("DELETE FROM report_choices").update();
		LoginPage.openAs(TestAccount.EDITOR, "/history?segment=BETA");
		choose(language);
		this.report.openShare();
		$("#dialog #title").setValue("BETA 2026");
		$("#dialog #recipient").setValue("Anna at Partner");
		$("#dialog #password").setValue("correct horse");
		$("#dialog #most").setValue("1");
		Looks.check(looks + "-new");
		this.report.prepare();
		String link = Objects.requireNonNull(this.report.link().getValue());
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Browser.resetPermissions", Map.of());
		$$("button[data-copy]").shouldHave(size(1));
		$("#copy").click();
		$(".copy-field textarea").shouldBe(visible).shouldHave(value(link)).shouldBe(focused);
		Looks.check(looks + "-copy");

		deleteCookies();
		Selenide.open(link);
		$(".stranger-preferences details summary").click();
		$("button[name=language][value=" + language + "]").click();
		$("html[lang=" + language + "]").should(exist);
		$("h1").shouldHave(text("BETA 2026"));
		Looks.check(looks);
		$("#password").setValue("wrong horse");
		$("#open").click();
		$("#password-error").shouldBe(visible);
		Looks.check(looks + "-wrong");
		$("#password").setValue("correct horse");
		$("#open").click();
		await().until(() -> this.database.jdbc()
			.sql("SELECT opened FROM reports ORDER BY id DESC LIMIT 1")
			.query(Integer.class)
			.single() == 1);
		Selenide.open(link);
		$(".empty-title").shouldBe(visible);
		Looks.check(looks + "-over");
	}

	private String downloadByThePage(String link) {
		Pages stranger = new Pages(this.api);
		String file = stranger.postWithoutToken(URI.create(link).getPath(), "visit=")
			.headers()
			.firstValue("Location")
			.orElseThrow();
		return stranger.get(URI.create(file).getPath()).body();
	}

	private HttpResponse<String> openWithoutAnAccount(String link) {
		return new Pages(this.api).get(URI.create(link).getPath());
	}

	private static void deleteCookies() {
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Network.clearBrowserCookies", Map.of());
	}

}
