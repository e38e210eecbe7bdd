package dev.segmentation.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import dev.segmentation.browser.page.LoginPage;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.codeborne.selenide.Condition.cssClass;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Back and Forward after any control of any page: the page works as before.
 */
@BrowserTest
class BackTests {

	/** Acts on a control that changes the address, and says whether it exists. */
	private static final String ACT = """
			const fields = "form.filters :is(input, select, textarea):not([type=hidden])";
			const controls = [...document.querySelectorAll(`#main a[hx-get]:not([hx-push-url=false]), #main ${fields}`)]
				.filter((control) => control.options?.length !== 1);
			const control = controls[arguments[0]];
			if (!control) {
				return false;
			}
			if (control.matches("a")) {
				control.click();
			} else if (control.type === "checkbox") {
				control.click();
			} else {
				control.value = control.options ? control.options[control.options.length - 1].value
					: { date: "2026-01-02", "datetime-local": "2026-01-02T03:04" }[control.type] ?? "1";
				for (const type of ["input", "change"]) {
					control.dispatchEvent(new Event(type, { bubbles: true }));
				}
			}
			return true;
			""";

	private static final String DIALOGS = """
			const kinds = new Map([...document.querySelectorAll("#main a[data-dialog]:not([hidden])")]
				.map((link) => [link.pathname.replace(/[0-9]+/g, "0"), link.getAttribute("href")]));
			return [...kinds.values()];
			""";

	@Autowired
	TestDatabase database;

	private long segment;

	private long user;

	@Test
	void everyPageWorksAfterEveryControl() {
		addData();
		LoginPage.openAs(TestAccount.ADMIN, "/");
		// Other tests used the browser before. This empties the log.
		Selenide.getWebDriverLogs("browser", Level.SEVERE);
		List<String> pages = List.of("/segments", "/segments/" + this.segment, "/segments/" + this.segment + "/history",
				"/users", "/users/" + this.user, "/users/" + this.user + "/timeline", "/history", "/audit",
				"/accounts");
		int controls = 0;
		for (String page : pages) {
			Browser.open(page);
			int number = 0;
			while (walk(page, number)) {
				number++;
			}
			controls += number;
		}
		assertThat(controls).isGreaterThan(30);
		assertThat(Selenide.getWebDriverLogs("browser", Level.SEVERE)).isEmpty();
	}

	/** Uses one control and goes to and fro. */
	private static boolean walk(String page, int number) {
		String before = url();
		if (!Boolean.TRUE.equals(Selenide.<Boolean>executeJavaScript(ACT, number))) {
			return false;
		}
		Selenide.Wait().withMessage(page + " pushes an address").until((driver) -> !url().equals(before));
		String after = url();
		move("history.back()", before);
		move("history.forward()", after);
		if (number == 0) {
			openDialogs();
		}
		move("history.back()", before);
		if (number == 0) {
			openDialogs();
		}
		return true;
	}

	private static void move(String script, String url) {
		Selenide.executeJavaScript("window.left = true; " + script);
		Selenide.Wait()
			.withMessage("back at " + url)
			.until((driver) -> url().equals(url) && Boolean.TRUE.equals(
					Selenide.<Boolean>executeJavaScript("return !window.left && document.readyState === 'complete'")));
	}

	private static void openDialogs() {
		for (Object href : new ArrayList<Object>(Selenide.<List<Object>>executeJavaScript(DIALOGS))) {
			SelenideElement link = $("#main a[data-dialog][href='" + href + "']");
			Selenide.executeJavaScript("arguments[0].closest('details')?.setAttribute('open', '')", link);
			// Below the bar that stays at the top.
			link.scrollIntoCenter().click();
			$("#dialog h1").shouldBe(visible);
			$("#dialog :focus").shouldNotHave(cssClass("btn-danger"));
			$("#dialog").sendKeys(Keys.ESCAPE);
			$("#dialog").shouldNotBe(visible);
		}
	}

	private static String url() {
		return String.valueOf(Selenide.<String>executeJavaScript("return location.pathname + location.search"));
	}

	private void addData() {
		JdbcClient jdbc = this.database.jdbc();
		this.user = Sql.addUser(jdbc, "anna");
		Sql.addUsers(jdbc, 60);
		this.segment = Sql.addSegment(jdbc, "BETA", "100");
		for (int number = 0; number < 55; number++) {
			Sql.addMemberships(jdbc, this.user, Sql.addSegment(jdbc));
		}
		jdbc.sql(
				"SELECT remove_memberships(u.id, ARRAY[:segment]::bigint[], 'page', 1) FROM users AS u WHERE id % 20 = 0")
			.param("segment", this.segment)
			.query()
			.listOfRows();
	}

}
