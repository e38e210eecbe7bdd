package dev.segmentation.browser;

import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.hidden;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * The layout of every page.
 */
@BrowserTest
class FrameTests {

	@Autowired
	TestDatabase database;

	@Test
	void returnsToThePageAfterTheSessionExpired() {
		Sql.addSegment(this.database.jdbc(), "BETA", "0");
		Sql.addSegment(this.database.jdbc(), "ALPHA", "0");
		LoginPage.openAs(TestAccount.EDITOR, "/segments?search=BETA");
		this.database.jdbc().sql("DELETE FROM sessions").update();
		$("#table a.sort").click();
		Selenide.webdriver().shouldHave(urlContaining("/login?ended&back="));
		new LoginPage().signIn("editor", TestAccount.PASSWORD);
		Selenide.webdriver().shouldHave(urlContaining("/segments?search=BETA"));
		$("#table").shouldHave(text("BETA")).shouldNotHave(text("ALPHA"));
	}

	@Test
	void worksWithTheKeyboardAndOnAPhone() {
		LoginPage.openAs(TestAccount.VIEWER, "/segments");
		$("body").sendKeys("/");
		$("#palette-q").shouldBe(focused);
		Selenide.refresh();
		$("body").sendKeys(Keys.TAB);
		$(".skip-link").shouldBe(focused).pressEnter();
		$("#main").shouldBe(focused);

		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
		$(".rail-brand").shouldBe(hidden);
		$(".topbar-menu").click();
		$(".rail-brand").shouldBe(visible);
		$("body").sendKeys(Keys.ESCAPE);
		$(".rail-brand").shouldBe(hidden);
		$(".topbar-menu").click();
		$(".rail-entry[href='/history']").click();
		Selenide.webdriver().shouldHave(urlContaining("/history"));
		$("h1").shouldHave(text("History"));
	}

}
