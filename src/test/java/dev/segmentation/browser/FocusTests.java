package dev.segmentation.browser;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.browser.page.UserPage;
import dev.segmentation.browser.page.UsersPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.attribute;
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

/**
 * Dialogs, rows and the focus.
 */
@BrowserTest
class FocusTests {

	/** What a click into the corner of a cell hits. */
	private static final String HIT = """
			const box = arguments[0].getBoundingClientRect();
			return document.elementFromPoint(box.right - 3, box.top + 3).href;
			""";

	@Autowired
	TestDatabase database;

	private long anna;

	@BeforeEach
	void addUsersAndSegments() {
		jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		this.anna = Sql.addUser(jdbc(), "anna");
		Sql.addUser(jdbc(), "boris");
		Sql.addMemberships(jdbc(), this.anna, Sql.addSegment(jdbc(), "BETA", "0"), Sql.addSegment(jdbc(), "GAMMA", "0"),
				Sql.addSegment(jdbc(), "DELTA", "0"));
	}

	@Test
	void dialogsCloseByTheirButtonsAndKeepTheTextOnEscape() {
		LoginPage.openAs(TestAccount.EDITOR, "/users");
		UsersPage users = new UsersPage();
		users.add().fill("clara", "clara@example.com");
		// The backdrop.
		Selenide.actions().moveToLocation(5, 300).click().perform();
		$("#dialog").shouldBe(visible);
		$("#dialog #login").sendKeys(Keys.ESCAPE);
		$("#dialog").shouldNotBe(visible);
		$(".heading-actions a[href='/users/new']").shouldBe(focused);
		users.add();
		$("#dialog #login").shouldHave(value("clara")).shouldBe(focused);
		$("#dialog #email").shouldHave(value("clara@example.com"));
		$("#dialog [data-dialog-close]").click();
		$("#dialog").shouldNotBe(visible);
		users.add();
		$("#dialog #login").shouldBe(empty);
		assertThat(Selenide.<Boolean>executeJavaScript("""
				return performance.getEntriesByType("resource").some((file) => file.name.endsWith("/users"))
				""")).as("cancel asks for the page of its link").isFalse();
	}

	@Test
	void theFocusReturnsAndResultsAreSaidOnce() {
		LoginPage.openAs(TestAccount.EDITOR, "/users/" + this.anna);
		UserPage page = UserPage.open(this.anna);
		page.row("GAMMA").$$(".row-acts a").findBy(text("Remove")).click();
		$("#dialog [data-dialog-close]").shouldBe(focused);
		$("#dialog .btn-danger").click();
		page.toast().shouldHave(text("GAMMA"));
		page.rows().shouldHave(size(2));
		$("#table tbody tr:focus-within").should(exist);
		page.edit().fill("annie", "annie@example.com").save();
		page.title().shouldHave(exactText("annie"));
		$(".heading-actions a[href$='/edit']").shouldBe(focused);
		$("#toasts").shouldHave(attribute("role", "status"));
		$$("#toasts [role], #toasts [aria-live]").shouldHave(size(0));
		Browser.open("/users");
		$("#q").setValue("nobody");
		$("#results").shouldHave(exactText("No users match “nobody”"));
	}

	@Test
	void rowsAreLinksThatOpenInANewTab() {
		LoginPage.openAs(TestAccount.VIEWER, "/users");
		String address = "" + $("#table .name").getAttribute("href");
		assertThat((String) Selenide.executeJavaScript(HIT, $("#table tbody tr td:last-child"))).isEqualTo(address);
		WebDriver browser = WebDriverRunner.getWebDriver();
		String tab = browser.getWindowHandle();
		Selenide.actions().keyDown(Keys.CONTROL).click($("#table tbody tr .below")).keyUp(Keys.CONTROL).perform();
		Selenide.Wait().until((driver) -> driver.getWindowHandles().size() == 2);
		for (String handle : browser.getWindowHandles()) {
			if (!handle.equals(tab)) {
				browser.switchTo().window(handle);
				Selenide.Wait().until((driver) -> address.equals(driver.getCurrentUrl()));
				browser.close();
			}
		}
		browser.switchTo().window(tab);
		assertThat(browser.getCurrentUrl()).endsWith("/users");
	}

	private JdbcClient jdbc() {
		return this.database.jdbc();
	}

}
