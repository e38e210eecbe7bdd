package dev.segmentation.browser.page;

import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.SelenideElement;
import dev.segmentation.support.Browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * The members of a segment.
 */
public class MembersPage {

	private final long segment;

	public MembersPage(long segment) {
		this.segment = segment;
	}

	public MembersPage open() {
		Browser.open("/segments/" + this.segment);
		return this;
	}

	/**
	 * Returns the logins in the table.
	 */
	public ElementsCollection logins() {
		return $$("#table .name");
	}

	/**
	 * Returns the number of members in the heading.
	 */
	public SelenideElement size() {
		return $("#size-now");
	}

	public SelenideElement user() {
		return $("#user");
	}

	public MembersPage add(String user) {
		user().setValue(user);
		$("#add .btn-primary").click();
		return this;
	}

	/**
	 * The button that shows the fields of an end.
	 */
	public SelenideElement end() {
		return $("#add label[for=ending]");
	}

	public MembersPage addFor(String user, String ttl) {
		end().click();
		$("#ttl").shouldBe(visible).setValue(ttl);
		return add(user);
	}

	/**
	 * Types a text and clicks a suggestion, which fills the field.
	 */
	public MembersPage pick(String typed, String suggestion) {
		user().setValue(typed);
		$$("#suggestions button").findBy(text(suggestion)).click();
		return this;
	}

	public SelenideElement suggestions() {
		return $("#suggestions");
	}

	public MembersPage select(String... logins) {
		for (String login : logins) {
			box(login).click();
		}
		return this;
	}

	/**
	 * Returns the box that selects a member.
	 */
	public SelenideElement box(String login) {
		return row(login).$("[name=users]");
	}

	/**
	 * Shows the next page of the list.
	 */
	public MembersPage next() {
		$(".pager [rel=next]").click();
		return this;
	}

	public SelenideElement row(String login) {
		return $$("#table tbody tr").findBy(text(login));
	}

	public SelenideElement selected() {
		return $("[data-selected]");
	}

	/**
	 * Clicks a button in the bar for selected members.
	 */
	public MembersPage act(String button) {
		$$(".selection-bar button").findBy(text(button)).click();
		return this;
	}

	/**
	 * Confirms the dialog, or the page without JavaScript.
	 */
	public MembersPage confirm() {
		$("form.form .form-actions button").click();
		return this;
	}

	public SelenideElement toasts() {
		return $("#toasts");
	}

	/**
	 * Pastes a list and opens its review.
	 */
	public MembersPage paste(String text) {
		$$("a").findBy(text("Paste list")).click();
		$("#text").setValue(text);
		$(".form-actions .btn-primary").click();
		return this;
	}

	/**
	 * Confirms the reviewed list.
	 */
	public MembersPage confirmList() {
		$(".form-actions .btn-primary").click();
		return this;
	}

}
