package dev.segmentation.browser.page;

import java.io.File;
import java.time.Duration;

import com.codeborne.selenide.DownloadOptions;
import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.FileDownloadMode;
import com.codeborne.selenide.SelenideElement;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * Reports: the dialogs that the history opens, the list, and one of them.
 */
public class ReportPage {

	private static final Duration LONGEST = Duration.ofSeconds(20);

	/**
	 * Opens the dialog that downloads what the history shows.
	 */
	public ReportPage openDownload() {
		$("#download").click();
		$("#dialog #separator").shouldBe(visible);
		return this;
	}

	/**
	 * Opens the dialog that shares what the history shows.
	 */
	public ReportPage openShare() {
		$("#share").click();
		$("#dialog [name=place]").shouldBe(visible);
		return this;
	}

	public SelenideElement lines() {
		return $("#lines");
	}

	public SelenideElement place(String place) {
		return $("input[name=place][value=" + place + "]");
	}

	public ReportPage choose(String separator, boolean detailed) {
		$("#separator").selectOptionByValue(separator);
		if (detailed) {
			$("[name=detailed]").click();
		}
		return this;
	}

	/**
	 * Downloads, which closes the dialog.
	 */
	public File download() {
		File file = $("#dialog .btn-primary").download(
				DownloadOptions.using(FileDownloadMode.FOLDER).withNameMatching("report.*\\.csv").withTimeout(LONGEST));
		$("#dialog").should(disappear);
		return file;
	}

	/**
	 * Has the report prepared and waits for its page.
	 */
	public ReportPage prepare() {
		$("#dialog .btn-primary").click();
		link().should(visible, LONGEST);
		return this;
	}

	/** The link, once there is one. */
	public SelenideElement link() {
		return $("#link");
	}

	/**
	 * Copies the link by its button.
	 */
	public ReportPage copy() {
		$("#copy").click();
		$("#copy").shouldHave(text("Copied")).shouldHave(text("Copy link"), Duration.ofSeconds(5));
		return this;
	}

	/**
	 * Takes the report back, after a look at what that means.
	 */
	public ReportPage revoke(String meaning) {
		$("#revoke").click();
		$("#dialog").shouldHave(text(meaning));
		$("#confirm").click();
		$(".alert-warning").shouldHave(text("The report was revoked"));
		return this;
	}

	/**
	 * The rows of the list.
	 */
	public ElementsCollection rows() {
		return $$(".reports tbody tr");
	}

	/**
	 * Follows the rail to the list.
	 */
	public ReportPage list() {
		$(".rail-entry[href='/reports']").click();
		$(".rail-entry[href='/reports']").shouldHave(attribute("aria-current", "page"));
		return this;
	}

}
