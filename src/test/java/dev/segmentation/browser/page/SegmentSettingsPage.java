package dev.segmentation.browser.page;

import com.codeborne.selenide.SelenideElement;
import dev.segmentation.support.Browser;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

/**
 * The settings of a segment, and the dialog that deletes it.
 */
public class SegmentSettingsPage {

	/**
	 * Opens the page.
	 */
	public static SegmentSettingsPage open(long id) {
		Browser.open("/segments/" + id + "/settings");
		return new SegmentSettingsPage();
	}

	public SegmentSettingsPage name(String name) {
		$("#name").setValue(name);
		return this;
	}

	public SegmentSettingsPage description(String description) {
		$("#description").setValue(description);
		return this;
	}

	public SelenideElement nameField() {
		return $("#name");
	}

	public SegmentSettingsPage save() {
		$("form.form .btn-primary").click();
		return this;
	}

	public SelenideElement conflict() {
		return $("#conflict");
	}

	/** Opens the dialog. Returns its text about the members to remove. */
	public SelenideElement delete() {
		$(".danger a").click();
		return $("#leaving").shouldBe(visible);
	}

	public SegmentSettingsPage confirm(String name) {
		$("#confirm-name").setValue(name);
		$(".btn-danger").click();
		return this;
	}

	public SelenideElement refusal() {
		return $("#name-error");
	}

}
