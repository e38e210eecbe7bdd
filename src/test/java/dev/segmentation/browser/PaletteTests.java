package dev.segmentation.browser;

import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Looks;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.checked;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.selected;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * The palette and the keyboard shortcuts.
 */
@BrowserTest
class PaletteTests {

	@Autowired
	TestDatabase database;

	private long anna;

	private long beta;

	@BeforeEach
	void addUsersAndSegments() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		jdbc().sql("UPDATE accounts SET language = NULL, single_keys = true").update();
		this.anna = Sql.addUser(jdbc(), "anna");
		Sql.addUser(jdbc(), "annabel");
		this.beta = Sql.addSegment(jdbc(), "BETA", "0");
	}

	@Test
	void findsAndOpensWithTheKeyboardAlone() {
		LoginPage.openAs(TestAccount.EDITOR, "/reports");
		press(Keys.CONTROL, "k");
		$("#palette-q").shouldBe(focused);
		$("#palette-list").shouldHave(text("New segment"), text("Dashboard"));
		Looks.check("palette");
		$("#palette-q").setValue("anna");
		$("#palette [role=status]").shouldHave(exactText("2 results"));
		$("#palette-users-0").shouldHave(attribute("aria-selected", "true"));
		$("#palette-q").shouldHave(attribute("aria-activedescendant", "palette-users-0")).sendKeys(Keys.ARROW_DOWN);
		$("#palette-q").shouldHave(attribute("aria-activedescendant", "palette-users-1")).sendKeys(Keys.ENTER);
		$("h1").shouldHave(text("annabel"));
		$("body").sendKeys("/");
		// Enter before the answer opens the first result of the whole text.
		$("#palette-q").sendKeys("beta", Keys.ENTER);
		$("h1").shouldHave(text("BETA"));
		press(Keys.CONTROL, "k");
		$("#palette-q").sendKeys("nobody at all");
		$("#palette [role=status]").shouldHave(exactText("No results for “nobody at all”"));
		Looks.check("palette-nothing");
		press(Keys.CONTROL, "k");
		$("#palette").shouldNotBe(visible);
	}

	@Test
	void addsTheNamedUserToTheNamedSegment() {
		LoginPage.openAs(TestAccount.EDITOR, "/segments");
		$(".topbar [data-palette]").click();
		$("#palette-q").setValue("anna beta");
		$$("#palette [role=option]").findBy(exactText("Add anna to BETA")).shouldBe(visible);
		$("#palette-q").pressEnter();
		$("#dialog #segment-" + this.beta).shouldBe(checked);
		$("#palette").shouldNotBe(visible);
		$("#dialog #q").pressEnter();
		$("#toasts").shouldHave(text("anna was added to BETA."));
		Selenide.webdriver().shouldHave(urlContaining("/users/" + this.anna));
	}

	@Test
	void movesSelectsAndEditsInLists() {
		Sql.addMemberships(jdbc(), this.anna, this.beta);
		LoginPage.openAs(TestAccount.EDITOR, "/users");
		$("body").sendKeys("jjk");
		$("#table tbody tr:nth-child(1) a").shouldBe(focused).sendKeys("j");
		$("#table tbody tr:nth-child(2) a").shouldBe(focused).sendKeys("e");
		$("#dialog #login").shouldHave(value("anna")).sendKeys("j", Keys.ESCAPE);
		$("#table tbody tr:nth-child(2) a").shouldBe(focused);
		Browser.open("/segments/" + this.beta);
		$("body").sendKeys("jx");
		$("#table td.select input").shouldBe(selected);
		$("#table .name").shouldBe(focused).sendKeys("x");
		$("#table td.select input").shouldNotBe(selected);
		$("#table .name").sendKeys("e");
		$("#dialog h1").shouldHave(text("Change end"));
	}

	@Test
	void keysOfARussianKeyboardCountByTheirPlace() {
		jdbc().sql("UPDATE accounts SET language = 'ru'").update();
		LoginPage.openAs(TestAccount.EDITOR, "/users");
		type("о", "KeyJ", 0);
		$("#table tbody tr:nth-child(1) a").shouldBe(focused);
		type(".", "Slash", 0);
		$("#palette-q").shouldBe(focused).sendKeys(Keys.ESCAPE);
		type("л", "KeyK", 2);
		$("#palette-q").shouldBe(focused).sendKeys(Keys.ESCAPE);
		type(",", "Slash", 8);
		$("#dialog h1").shouldHave(text("Сочетания клавиш"));
		Looks.check("shortcuts-russian");
	}

	@Test
	void theAccountTurnsSingleKeysOff() {
		LoginPage.openAs(TestAccount.EDITOR, "/users");
		$("body").sendKeys("?");
		$("#dialog h1").shouldHave(text("Keyboard shortcuts"));
		Looks.check("shortcuts");
		$("#dialog a[href='/account']").click();
		$("#singleKeys").shouldBe(selected).click();
		$("form.form button").click();
		$("#toasts").shouldHave(text("Your account was saved."));
		$("#singleKeys").shouldNotBe(selected);
		Browser.open("/users");
		$("body").sendKeys("j/?");
		$("#main a:focus, dialog[open]").shouldNotBe(visible);
		press(Keys.CONTROL, "k");
		$("#palette-q").shouldBe(focused);
	}

	private static void press(Keys modifier, String key) {
		Selenide.actions().keyDown(modifier).sendKeys(key).keyUp(modifier).perform();
	}

	/**
	 * The driver knows only the American layout. The modifiers are those of the protocol.
	 */
	private static void type(String key, String code, int modifiers) {
		ChromiumDriver browser = (ChromiumDriver) WebDriverRunner.getWebDriver();
		browser.executeCdpCommand("Input.dispatchKeyEvent",
				Map.of("type", "keyDown", "key", key, "code", code, "modifiers", modifiers));
		browser.executeCdpCommand("Input.dispatchKeyEvent",
				Map.of("type", "keyUp", "key", key, "code", code, "modifiers", modifiers));
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
