package dev.segmentation.browser;

import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.HistoryPage;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * The history in a browser: a user filters it and sends its URL to a colleague.
 */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryTests {

	@Autowired
	TestDatabase database;

	private final HistoryPage history = new HistoryPage();

	@Test
	@Order(1)
	void filtersSharesTheUrlAndOpensAnAct() {
		LoginPage.openAs(TestAccount.EDITOR, "/history");
		$(".empty").shouldHave(text("No changes yet"));
		Looks.check("history-empty");
		addActs();
		Selenide.refresh();
		this.history.sentences().shouldHave(size(4));
		Looks.check("history");

		this.history.filterBySegment("BETA").sentences().shouldHave(size(3));
		this.history.filterByCause("import").sentences().shouldHave(size(1));
		$(".act-sentence").shouldHave(text("added 120 users to"), text("from a list"), text("As agreed on Monday"));
		this.history.chips().shouldHave(size(2));
		String shared = Objects.requireNonNull(WebDriverRunner.url());
		Looks.check("history-filtered");

		Selenide.back();
		this.history.sentences().shouldHave(size(3));
		this.history.segment().shouldHave(value("BETA"));
		this.history.cause("import").shouldNotBe(checked);
		this.history.filterByCause("undo");
		$(".empty").shouldHave(text("No matches"));
		Looks.check("history-nothing");

		changeBrowser();
		LoginPage.openAs(TestAccount.VIEWER, shared.substring(shared.indexOf("/history")));
		this.history.sentences().shouldHave(size(1));
		this.history.cause("import").shouldBe(checked);
		this.history.chips().findBy(text("BETA")).click();
		this.history.chips().shouldHave(size(1));

		this.history.open("added 120 users to");
		$$("#table tbody tr").shouldHave(size(50));
		$("#table").shouldHave(text("deleted user #1000"), text("50 of 120"));
		Looks.check("act");
		$("#table [rel=next]").click();
		Selenide.webdriver().shouldHave(urlContaining("at="));
		$("#table td.number").shouldHave(exactText("1050"));
		$("#table [rel=next]").click();
		$$("#table tbody tr").shouldHave(size(20));
		Selenide.back();
		$("#table td.number").shouldHave(exactText("1050"));
		$(".rail-entry[href='/history']").click();
		this.history.sentences().shouldHave(size(4));
	}

	@Test
	@Order(2)
	void showsTheHistoryOfASegmentInItsTab() {
		long segment = Sql.addSegment(jdbc(), "TABBED", "0");
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc(), "support-case"), segment);
		LoginPage.openAs(TestAccount.VIEWER, "/segments/" + segment + "/history");
		$(".tabs [aria-current]").shouldHave(exactText("History"));
		this.history.sentences().shouldHave(size(1));
		Looks.check("segment-history");
		this.history.open("support-case");
		$("#table").shouldHave(text("support-case"));
		$("#table .section-title a").click();
		$("h1").shouldHave(text("TABBED"));
		$(".changes").shouldNot(exist);
	}

	private void addActs() {
		RecordedAct.at(jdbc(), "2026-02-01T08:00:00Z", "page", 2L, null).added(101, "BETA", 1, 2, 3);
		RecordedAct.at(jdbc(), "2026-02-03T08:00:00Z", "import", 1L, "As agreed on Monday")
			.added(101, "BETA", LongStream.rangeClosed(1000, 1119).toArray());
		RecordedAct.at(jdbc(), "2026-02-03T09:00:00Z", "expiry", null, null).deleted(102, "GAMMA", 7);
		RecordedAct.at(jdbc(), "2026-03-01T09:00:00Z", "api", 3L, null)
			.added(101, "BETA", 9)
			.deleted(102, "GAMMA", 9)
			.added(103, "A name of sixty-four characters, which is as long as they may be", 9);
	}

	/** Deletes the cookies, so that the browser is like that of another user. */
	private static void changeBrowser() {
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Network.clearBrowserCookies", Map.of());
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
