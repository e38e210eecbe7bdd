package dev.segmentation.browser.page;

import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.SelenideElement;
import dev.segmentation.support.Browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * The list of users.
 */
public class UsersPage {

	public static UsersPage open() {
		Browser.open("/users");
		$("#q").shouldBe(visible);
		return new UsersPage();
	}

	/**
	 * Types a search text, which updates the list.
	 */
	public UsersPage search(String text) {
		$("#q").setValue(text);
		return this;
	}

	public ElementsCollection rows() {
		return $$("#table tbody tr");
	}

	/**
	 * Opens a user of the list.
	 */
	public UserPage choose(String login) {
		$$("#table .name").findBy(text(login)).click();
		return new UserPage();
	}

	/**
	 * Opens the form for a new user in the dialog.
	 */
	public UserFormDialog add() {
		$(".heading-actions a[href='/users/new']").click();
		return new UserFormDialog();
	}

	public SelenideElement toast() {
		return $(".toast-message");
	}

}
