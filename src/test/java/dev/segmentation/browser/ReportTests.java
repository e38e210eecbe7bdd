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
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.disabled;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

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

		this.report.openDownload().choose("COMMA", false).lines().shouldHave(text("About 2 lines"));
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

		assertThat(openWithoutAnAccount(link).body()).endsWith("date_utc\n" + LINES);
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

	private HttpResponse<String> openWithoutAnAccount(String link) {
		return new Pages(this.api).get(URI.create(link).getPath());
	}

	private static void deleteCookies() {
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Network.clearBrowserCookies", Map.of());
	}

}
