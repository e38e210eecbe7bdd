package dev.segmentation.browser;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.RecordedAct;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.WithoutJavaScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.hidden;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * The reader chooses the columns of lists.
 */
@BrowserTest
class ColumnTests {

	@Autowired
	TestDatabase database;

	@AfterEach
	void forget() {
		jdbc().sql("UPDATE accounts SET language = NULL").update();
		WebDriverRunner.getWebDriver().manage().deleteAllCookies();
	}

	@ParameterizedTest
	@CsvSource({ "en, users, email", "ru, users, registered", "en, segments, changed", "ru, segments, share",
			"en, history, source", "ru, history, when", "en, members, added", "ru, members, end" })
	void areHiddenAndShown(String language, String list, String column) {
		jdbc().sql("UPDATE accounts SET language = ?").param(language).update();
		long segment = Sql.addSegment(jdbc());
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), segment);
		RecordedAct.at(jdbc(), "2026-02-01T08:00:00Z", "page", 2L, null).added(segment, "COLUMNS", 1);
		LoginPage.openAs(TestAccount.EDITOR, list.equals("members") ? "/segments/" + segment : "/" + list);
		$("#table td[data-column=" + column + "]").shouldBe(visible);
		$("#columns > summary").click();
		Looks.check("columns-" + list + "-" + language);
		change(column);
		$("#table td[data-column=" + column + "]").shouldBe(hidden);
		$("#table th[data-column=" + column + "]").shouldBe(hidden);
		$("#columns > summary").click();
		$("#columns input[value=" + column + "]").shouldNotBe(checked);
		Looks.check("columns-hidden-" + list + "-" + language);
		change(column);
		$("#table td[data-column=" + column + "]").shouldBe(visible);
	}

	private static void change(String column) {
		$("#columns input[value=" + column + "]").click();
		$("#columns button").click();
		$$("#columns[open]").filterBy(visible).shouldHave(size(0));
		$("#columns > summary").shouldBe(focused);
	}

	@Test
	@WithoutJavaScript
	void areHiddenWithoutJavaScript() {
		Sql.addUser(jdbc(), "search-me");
		LoginPage.openAs(TestAccount.VIEWER, "/users?q=search-me");
		$("#columns > summary").click();
		$("#columns input[value=email]").click();
		$("#columns button").click();
		$("#table td[data-column=email]").shouldBe(hidden);
		Selenide.webdriver().shouldHave(urlContaining("q=search-me"));
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
