package dev.segmentation.browser.page;

import java.util.List;

import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.SelenideElement;
import dev.segmentation.support.Browser;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * The list of segments.
 */
public class SegmentsPage {

	/**
	 * Opens the page.
	 */
	public static SegmentsPage open() {
		Browser.open("/segments");
		return new SegmentsPage();
	}

	public SegmentsPage search(String text) {
		$("#search").setValue(text);
		return this;
	}

	public SegmentsPage sortBy(String column) {
		$$("#table a.sort").findBy(exactText(column)).click();
		return this;
	}

	public SelenideElement column(String name) {
		return $$("#table thead th").findBy(exactText(name));
	}

	public ElementsCollection names() {
		return $$("#table tbody a.name");
	}

	public List<String> sizes() {
		return $$("#table .segment-size").texts();
	}

	public SelenideElement count() {
		return $("#count");
	}

	public NewSegmentPage newSegment() {
		$("a[href='/segments/new']").click();
		return new NewSegmentPage();
	}

	public void openSegment(String name) {
		names().findBy(exactText(name)).click();
		$("h1").shouldHave(exactText(name)).shouldBe(visible);
	}

}
