package dev.segmentation.browser;

import java.util.stream.Stream;

import com.codeborne.selenide.Selenide;
import dev.segmentation.support.Browser;
import dev.segmentation.support.BrowserTest;
import dev.segmentation.support.Sql;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

/**
 * The tour of the README without a mouse: every key goes to the element with the focus.
 */
@BrowserTest
class KeyboardTests {

	/** More stops than any page has before its main content. */
	private static final int MOST_STOPS = 80;

	@Autowired
	TestDatabase database;

	@BeforeEach
	void addUsers() {
		this.database.jdbc().sql("DELETE FROM segments USING begin_act('segment_deleted', 1, NULL)").update();
		this.database.jdbc().sql("DELETE FROM users USING begin_act('page', 1, NULL)").update();
		this.database.jdbc().sql("UPDATE accounts SET language = NULL, single_keys = true").update();
		Stream.of("anna", "boris", "clara").forEach((login) -> Sql.addUser(this.database.jdbc(), login));
	}

	@Test
	void makesASegmentAddsUsersSetsAnEndAndReadsTheHistory() {
		Browser.open("/segments");
		$("#username").shouldBe(focused);
		press(TestAccount.EDITOR.login(), Keys.TAB, TestAccount.PASSWORD, Keys.ENTER);
		$(".topbar-account").shouldBe(visible);

		go("new segment");
		tabTo("#name");
		press("BETA", Keys.ENTER);
		$("h1").shouldHave(text("BETA"));

		tabTo("#user");
		press("anna", Keys.ENTER);
		$("#toasts").shouldHave(text("anna was added to BETA."));
		tabTo("a[href$='/members/paste']");
		press(Keys.ENTER);
		$("#text").shouldBe(focused);
		press("boris, clara");
		tabTo("main form .btn-primary");
		press(Keys.ENTER);
		$("#fresh").shouldHave(text("2"));
		tabTo("main form .btn-primary");
		press(Keys.ENTER);
		$("#result").shouldHave(text("2 users were added to BETA."));

		go("beta");
		$("h1").shouldHave(text("BETA"));
		press("jx");
		tabTo(".selection-bar button[value='7d']");
		press(Keys.ENTER);
		$("#dialog h1").shouldHave(text("Change end for 1 user"));
		press(Keys.ESCAPE);
		$(".selection-bar button[value='7d']").shouldBe(focused);

		go("history");
		$("h1").shouldHave(text("History"));
		$("#table").shouldHave(text("anna"), text("2 users"), text("BETA"));
	}

	/** Opens the first result of the palette. */
	private static void go(String text) {
		press(Keys.chord(Keys.CONTROL, "k"));
		$("#palette-q").shouldBe(focused);
		press(text, Keys.ENTER);
		$("#palette").shouldNotBe(visible);
	}

	private static void tabTo(String selector) {
		for (int stops = 0; !$(selector).is(focused) && stops < MOST_STOPS; stops++) {
			// A field for files takes other keys as the name of a file.
			Selenide.actions().sendKeys(Keys.TAB).perform();
		}
		$(selector).shouldBe(focused);
	}

	private static void press(CharSequence... keys) {
		Selenide.switchTo().activeElement().sendKeys(keys);
	}

}
