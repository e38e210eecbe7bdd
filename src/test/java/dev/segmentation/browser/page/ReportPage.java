package dev.segmentation.browser.page;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.codeborne.selenide.DownloadOptions;
import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.FileDownloadMode;
import com.codeborne.selenide.SelenideElement;
import com.codeborne.selenide.WebDriverRunner;
import org.openqa.selenium.chromium.ChromiumDriver;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;

/**
 * The dialogs for downloading and sharing the history, the list of reports, and the page
 * of a report.
 */
public class ReportPage {

	private static final Duration LONGEST = Duration.ofSeconds(20);

	/**
	 * Opens the download dialog of the history page.
	 */
	public ReportPage openDownload() {
		$("#download").click();
		$("#dialog #separator").shouldBe(visible);
		return this;
	}

	/**
	 * Opens the share dialog of the history page.
	 */
	public ReportPage openShare() {
		$("#share").click();
		$("#dialog [name=place]").shouldBe(visible);
		return this;
	}

	public SelenideElement lines() {
		return $("#lines");
	}

	public SelenideElement zone() {
		return $("#file-zone");
	}

	public SelenideElement place(String place) {
		return $("input[name=place][value=" + place + "]");
	}

	public ReportPage preset(String preset) {
		$("[name=preset][value=" + preset + "]").scrollIntoCenter().click();
		return this;
	}

	public SelenideElement column(String column) {
		return $("[name=column][value=" + column + "]").scrollIntoCenter();
	}

	public ReportPage choose(String separator, String preset) {
		$("#separator").selectOptionByValue(separator);
		return preset(preset);
	}

	/**
	 * Downloads the file, which closes the dialog.
	 */
	public File download() {
		allow("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath",
				Objects.requireNonNull(WebDriverRunner.getBrowserDownloadsFolder()).getPath()));
		File file = $("#dialog .btn-primary").download(DownloadOptions.using(FileDownloadMode.FOLDER)
			.withNameMatching("history.*\\.csv")
			.withTimeout(LONGEST));
		$("#dialog").should(disappear);
		return file;
	}

	/** The headless shell allows neither downloads nor copying by itself. */
	private static void allow(String command, Map<String, Object> parameters) {
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand(command, parameters);
	}

	/**
	 * Creates the report and waits for its link.
	 */
	public ReportPage prepare() {
		$("#dialog .btn-primary").click();
		link().should(visible, LONGEST);
		return this;
	}

	/** Returns the link of the report. */
	public SelenideElement link() {
		return $("#link");
	}

	/**
	 * Clicks the button that copies the link.
	 */
	public ReportPage copy() {
		allow("Browser.grantPermissions", Map.of("permissions", List.of("clipboardSanitizedWrite")));
		$("#copy").click();
		$("#copy").shouldHave(text("Copied")).shouldHave(text("Copy link"), Duration.ofSeconds(5));
		return this;
	}

	/**
	 * Revokes the report, and checks the text of the dialog.
	 */
	public ReportPage revoke(String warning) {
		$("#revoke").click();
		$("#dialog").shouldHave(text(warning));
		$("#confirm").click();
		$(".alert-warning").shouldHave(text("The report was revoked"));
		return this;
	}

	/**
	 * Returns the rows of the list.
	 */
	public ElementsCollection rows() {
		return $$(".reports tbody tr");
	}

	/**
	 * Opens the list from the main menu.
	 */
	public ReportPage list() {
		$(".rail-entry[href='/reports']").click();
		$(".rail-entry[href='/reports']").shouldHave(attribute("aria-current", "page"));
		return this;
	}

}
