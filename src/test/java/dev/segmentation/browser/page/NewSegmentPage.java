package dev.segmentation.browser.page;

import com.codeborne.selenide.SelenideElement;

import static com.codeborne.selenide.Selenide.$;

/**
 * The form for a new segment.
 */
public class NewSegmentPage {

	public NewSegmentPage name(String name) {
		$("#name").setValue(name);
		return this;
	}

	public NewSegmentPage description(String description) {
		$("#description").setValue(description);
		return this;
	}

	public NewSegmentPage percent(String percent) {
		$("#percent").setValue(percent);
		return this;
	}

	public SelenideElement share() {
		return $("#share-text");
	}

	public SelenideElement error(String field) {
		return $("#" + field + "-error");
	}

	/**
	 * Counts the users that the percentage would add. The button exists only without
	 * JavaScript.
	 */
	public NewSegmentPage preview() {
		$("button[name=preview]").click();
		return this;
	}

	public void create() {
		$(".form-actions .btn-primary").click();
	}

}
