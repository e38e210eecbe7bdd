package dev.segmentation.browser.page;

import com.codeborne.selenide.ClickOptions;
import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import dev.segmentation.support.Browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * The page of a user: current segments and the timeline.
 */
public class UserPage {

	UserPage() {
		$(".tabs").shouldBe(visible);
	}

	public static UserPage open(long id) {
		Browser.open("/users/" + id);
		return new UserPage();
	}

	public SelenideElement title() {
		return $("h1");
	}

	public SelenideElement toast() {
		return $(".toast-message");
	}

	/**
	 * Returns the row of a current segment.
	 */
	public SelenideElement row(String segment) {
		return rows().findBy(text(segment));
	}

	public ElementsCollection rows() {
		return $$("#table tbody tr");
	}

	/**
	 * Opens the dialog that adds the user to segments.
	 */
	public UserPage enter() {
		$("#enter").click();
		$("#dialog #q").shouldBe(visible);
		return this;
	}

	/**
	 * Types a part of a segment's name into the dialog and selects the segment.
	 */
	public UserPage choose(String part, String segment) {
		$("#dialog #q").setValue(part);
		// By script, because the list may be replaced between press and release of the
		// mouse.
		$$("#dialog .choices label").findBy(text(segment)).$("input").click(ClickOptions.usingJavaScript());
		return this;
	}

	/**
	 * Submits the dialog with a duration.
	 * @param ttl the duration of the memberships; empty for no end
	 */
	public UserPage submit(String ttl) {
		$("#dialog #ttl").setValue(ttl);
		$("#dialog button.btn-primary").click();
		return this;
	}

	/**
	 * Removes the user from a segment, and confirms the dialog.
	 */
	public UserPage remove(String segment) {
		row(segment).$$(".row-acts a").findBy(text("Remove")).click();
		$("#dialog .btn-danger").shouldBe(visible).click();
		return this;
	}

	/**
	 * Opens the dialog that edits the user.
	 */
	public UserFormDialog edit() {
		$(".heading-actions a[href$='/edit']").click();
		return new UserFormDialog();
	}

	/**
	 * Deletes the user with a typed login.
	 */
	public void delete(String login) {
		$(".heading-actions a[href$='/delete']").click();
		$("#dialog #confirm-login").shouldBe(visible).setValue(login);
		$("#dialog .btn-danger").click();
	}

	/**
	 * Opens the timeline.
	 */
	public UserPage timeline() {
		$(".tabs a[href$='/timeline']").click();
		$("#day").shouldBe(visible);
		return this;
	}

	/**
	 * Filters the timeline by segment and day.
	 * @param day a day, such as {@code 2026-03-03}
	 */
	public UserPage ask(String segment, String day) {
		$("#segment").setValue(segment);
		Selenide.executeJavaScript("""
				arguments[0].value = arguments[1];
				arguments[0].dispatchEvent(new Event("input", { bubbles: true }));""", $("#day"), day);
		return this;
	}

}
