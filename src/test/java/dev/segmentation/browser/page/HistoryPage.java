package dev.segmentation.browser.page;

import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import org.openqa.selenium.Keys;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

/**
 * The history with its filters.
 */
public class HistoryPage {

	/**
	 * Returns the sentences about acts, newest first.
	 */
	public ElementsCollection sentences() {
		return $$(".act-sentence > a:not(.act-user)");
	}

	/**
	 * Returns the chips of the filters.
	 */
	public ElementsCollection chips() {
		return $$(".chip");
	}

	public SelenideElement zone() {
		return $("#zone");
	}

	public SelenideElement segment() {
		return $("#segment");
	}

	public SelenideElement cause(String kind) {
		return $("input[name=cause][value=" + kind + "]");
	}

	public HistoryPage filterBySegment(String name) {
		segment().setValue(name).sendKeys(Keys.TAB);
		Selenide.webdriver().shouldHave(urlContaining("segment=" + name));
		return this;
	}

	public HistoryPage filterByCause(String kind) {
		cause(kind).click();
		Selenide.webdriver().shouldHave(urlContaining("cause=" + kind));
		return this;
	}

	/**
	 * Opens an act by its row.
	 */
	public void open(String sentence) {
		sentences().findBy(text(sentence)).closest("tr").click();
		$("h1").shouldBe(visible).shouldHave(text(sentence));
	}

}
