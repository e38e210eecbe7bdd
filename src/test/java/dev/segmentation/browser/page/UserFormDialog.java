package dev.segmentation.browser.page;

import com.codeborne.selenide.SelenideElement;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

/**
 * The dialog that adds or edits a user.
 */
public class UserFormDialog {

	UserFormDialog() {
		$("#dialog #login").shouldBe(visible);
	}

	public UserFormDialog fill(String login, String email) {
		$("#dialog #login").setValue(login);
		$("#dialog #email").setValue(email);
		return this;
	}

	/**
	 * Submits invalid data. The dialog stays open.
	 */
	public UserFormDialog submit() {
		$("#dialog button.btn-primary").click();
		return this;
	}

	/**
	 * Submits valid data, which opens the user's page.
	 */
	public UserPage save() {
		submit();
		$("#dialog").shouldNotBe(visible);
		return new UserPage();
	}

	/**
	 * Returns the error of a field.
	 */
	public SelenideElement error(String field) {
		return $("#dialog #" + field + "-error");
	}

}
