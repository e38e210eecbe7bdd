package dev.segmentation.browser.page;

import java.time.Duration;
import java.util.List;

import com.codeborne.selenide.CollectionCondition;
import com.codeborne.selenide.Condition;
import com.codeborne.selenide.SelenideElement;
import dev.segmentation.support.Browser;
import tools.jackson.databind.json.JsonMapper;

import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * The API's documentation, in which users can try every call.
 */
public class DocsPage {

	/**
	 * Opens the page.
	 */
	public static DocsPage open() {
		Browser.open("/docs/index.html");
		$$(".opblock").shouldHave(CollectionCondition.sizeGreaterThan(10), Duration.ofSeconds(20));
		return new DocsPage();
	}

	/**
	 * Returns the ids of all documented calls, in the order of the page.
	 */
	public List<String> calls() {
		return $$(".opblock").asFixedIterable().stream().map((call) -> call.getAttribute("id")).toList();
	}

	/**
	 * Tries a call with the example body of the page, if it has one, and closes it. The
	 * page becomes slow when many calls are open.
	 * @return the answer's status
	 */
	public int tryCall(String id) {
		SelenideElement call = call(id);
		int status = status(execute(call));
		call.$(".opblock-summary-control").scrollIntoCenter().click();
		return status;
	}

	/**
	 * Tries a call with another body.
	 * @return the answer's status
	 */
	public int tryCall(String id, String body) {
		SelenideElement call = call(id);
		call.$(".body-param__text").setValue(body);
		return status(execute(call));
	}

	/**
	 * Signs in on the page: requests a token and authorizes with it.
	 */
	public DocsPage signIn(String login, String password) {
		SelenideElement call = call("operations-Accounts-signIn");
		call.$(".body-param__text").setValue("{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, password));
		String answer = execute(call).$(".live-responses-table tbody .response-col_description .microlight").getText();
		$(".auth-wrapper .authorize").click();
		$(".auth-container input").setValue(JsonMapper.shared().readTree(answer).get("token").asString());
		$(".auth-btn-wrapper .authorize").click();
		$(".auth-btn-wrapper .btn-done").click();
		return this;
	}

	private static SelenideElement call(String id) {
		SelenideElement call = $("[id='" + id + "']").shouldBe(Condition.visible);
		if (!call.$(".opblock-body").exists()) {
			call.$(".opblock-summary-control").scrollIntoCenter().click();
		}
		SelenideElement tryOut = call.$(".try-out__btn").shouldBe(Condition.visible);
		if (!tryOut.has(Condition.cssClass("cancel"))) {
			tryOut.click();
		}
		return call;
	}

	private static SelenideElement execute(SelenideElement call) {
		call.$(".execute").scrollIntoCenter().click();
		call.$(".live-responses-table tbody .response-col_status").shouldHave(Condition.matchText("\\d{3}"));
		return call;
	}

	private static int status(SelenideElement call) {
		return Integer.parseInt(call.$(".live-responses-table tbody .response-col_status").getText().substring(0, 3));
	}

}
