package dev.segmentation.browser;

import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.webdriver;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * Sets and comparisons in a browser, in both languages.
 */
@BrowserTest
class SetTests {

	@Autowired
	TestDatabase database;

	@ParameterizedTest
	@CsvSource({ "en, 20 users, nowhere, No segment is named “nowhere”.",
			"ru, 40 пользователей, nowhere, Сегмента «nowhere» нет." })
	void comparesSegmentsAndMakesOneOfASet(String language, String users, String unknown, String problem) {
		Sql.addUsers(this.database.jdbc(), 40);
		long half = Sql.addSegment(this.database.jdbc(), "HALF " + language, "50");
		Sql.addSegment(this.database.jdbc(), "ALL " + language, "100");
		this.database.jdbc().sql("UPDATE accounts SET language = ?").param(language).update();
		LoginPage.openAs(TestAccount.EDITOR, "/segments/compare?ids=%d".formatted(half));
		Looks.check("compare-empty-" + language);
		$("#segment").setValue("all " + language).pressEnter();
		$$(".matrix tbody tr").shouldHave(size(2));
		Looks.check("compare-" + language);
		$(".matrix tbody a[href*=and]").click();
		webdriver().shouldHave(urlContaining("/sets?of="));
		$("#of").setValue("everyone and not " + unknown);
		$("#of-message").shouldHave(text(problem));
		$("#of").setValue("\"ALL %1$s\" and not \"HALF %1$s\"".formatted(language));
		$("#set-users").shouldHave(exactText(users));
		Looks.check("sets-" + language);
		$("#use").click();
		$("#segment").setValue("REST " + language);
		Looks.check("sets-use-" + language);
		$("form.form .btn-primary").click();
		$("#plan").shouldHave(text("REST " + language));
		Looks.check("sets-confirm-" + language);
		$("form.form .btn-primary").click();
		$("h1").shouldHave(text("REST " + language));
		$(".facts").shouldHave(text(users.substring(0, 2)));
	}

}
