package dev.segmentation.browser.page;

import com.codeborne.selenide.SelenideElement;
import dev.segmentation.support.Browser;
import dev.segmentation.support.TestAccount;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

/**
 * The sign-in page.
 */
public class LoginPage {

	/**
	 * Opens a page, and signs an account in when the sign-in page appears.
	 * @param path the path of the page, from the root
	 */
	public static void openAs(TestAccount account, String path) {
		Browser.open(path);
		new LoginPage().signIn(account.login(), TestAccount.PASSWORD);
		$(".topbar-account").shouldBe(visible);
	}

	public void signIn(String login, String password) {
		$("#username").setValue(login);
		$("#password").setValue(password);
		$(".login button[type=submit]").click();
	}

	public SelenideElement failure() {
		return $("#failure");
	}

	public SelenideElement login() {
		return $("#username");
	}

}
