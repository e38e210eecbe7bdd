package dev.segmentation.browser;

import com.codeborne.selenide.Selenide;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import dev.segmentation.support.WithoutJavaScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.hidden;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * Filters of lists that are saved under a name.
 */
@BrowserTest
class SavedFilterTests {

	private static final String MENU = "#saved-filters > summary";

	private static final String SAVED = "#saved-filters .saved-list .menu-item";

	@Autowired
	TestDatabase database;

	@BeforeEach
	void addUsers() {
		jdbc().sql("DELETE FROM saved_filters").update();
		if (jdbc().sql("SELECT count(*) FROM users").query(Long.class).single() == 0) {
			Sql.addUser(jdbc(), "anna");
			Sql.addUser(jdbc(), "boris");
		}
	}

	@AfterEach
	void speakEnglish() {
		jdbc().sql("UPDATE accounts SET language = NULL").update();
	}

	@ParameterizedTest
	@CsvSource({ "en, Save this filter, You already have a filter, Save for the team, The whole team loses this filter",
			"ru, Сохранить этот фильтр, У вас уже есть фильтр, Сохранить для команды, Фильтр исчезнет у всей команды" })
	void areSavedChosenAndDeleted(String language, String save, String taken, String team, String loses) {
		jdbc().sql("UPDATE accounts SET language = ?").param(language).update();
		LoginPage.openAs(TestAccount.EDITOR, "/users");
		$(MENU).click();
		Looks.check("saved-filters-none-" + language);
		$(MENU).click();
		$("#q").setValue("anna");
		Selenide.webdriver().shouldHave(urlContaining("q=anna"));
		save(save, "Anna");
		$(".toast-message").shouldHave(text("Anna"));
		$(MENU).shouldBe(focused);
		$(MENU).click();
		$(SAVED).shouldHave(text("Anna"), attribute("aria-current", "true"));

		$("#saved-filters > .menu-content > a.menu-item").shouldHave(text(save)).click();
		$("dialog #name").setValue("ANNA").pressEnter();
		$("dialog #name-error").shouldHave(text(taken));
		Looks.check("saved-filters-taken-" + language);
		$("dialog .form-check-label").shouldHave(text(team)).click();
		$("dialog .btn-primary").click();
		$("dialog").shouldBe(hidden);

		Browser.open("/users");
		$(MENU).click();
		$$(SAVED).shouldHave(size(2));
		Looks.check("saved-filters-users-" + language);
		$(SAVED).click();
		$("#q").shouldHave(value("anna"));
		$$("#table tbody tr").shouldHave(size(1));

		$(MENU).click();
		$$(".saved-delete").last().click();
		$("dialog").shouldHave(text(loses));
		Looks.check("saved-filters-delete-" + language);
		$("dialog .btn-danger").click();
		$("dialog").shouldBe(hidden);
		$(MENU).shouldBe(focused).click();
		$$(SAVED).shouldHave(size(1));
		$("#q").setValue("b");
		$(SAVED).shouldNotHave(attribute("aria-current"));
	}

	private static void save(String item, String name) {
		$(MENU).click();
		$$("#saved-filters .menu-item").findBy(text(item)).click();
		$("dialog #name").shouldBe(visible).setValue(name).pressEnter();
		$("dialog").shouldBe(hidden);
	}

	@ParameterizedTest
	@CsvSource({ "/history?cause=api, history", "/segments?sort=size&order=asc, segments", "/ends?within=day, ends",
			"/audit?kind=SIGNED_IN, audit", "members, members" })
	void areInTheMenuOfEachList(String list, String name) {
		long segment = Sql.addSegment(jdbc());
		Sql.addMemberships(jdbc(), Sql.addUser(jdbc()), segment);
		LoginPage.openAs(TestAccount.ADMIN, list.startsWith("/") ? list : "/segments/" + segment + "?show=newest");
		save("Save this filter", "A filter with quite a long name");
		$(MENU).click();
		$(SAVED).shouldHave(text("A filter with quite a long name"), attribute("aria-current", "true"));
		Looks.check("saved-filters-" + name);
	}

	@Test
	@WithoutJavaScript
	void workWithoutJavaScript() {
		LoginPage.openAs(TestAccount.VIEWER, "/users?q=anna");
		$(MENU).click();
		$("#saved-filters .menu-content a").click();
		$("#name").setValue("Anna");
		$("#team").shouldNot(exist);
		$("form.form .btn-primary").click();
		$(MENU).click();
		$(SAVED).shouldHave(text("Anna"));
		$(".saved-delete").click();
		$(".btn-danger").click();
		$(".toast-message").shouldHave(text("Anna"));
		$(MENU).click();
		$(SAVED).shouldNot(exist);
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
