package dev.segmentation.browser.page;

import com.codeborne.selenide.SelenideElement;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

/**
 * The dialog to write down a user.
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
	 * Submits; the dialog stays.
	 */
	public UserFormDialog submit() {
		$("#dialog button.btn-primary").click();
		return this;
	}

	/**
	 * Submits, which leads to the user.
	 */
	public UserPage save() {
		submit();
		$("#dialog").shouldNotBe(visible);
		return new UserPage();
	}

	/**
	 * What is wrong with a field.
	 */
	public SelenideElement error(String field) {
		return $("#dialog #" + field + "-error");
	}

}
