package dev.segmentation.browser.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.codeborne.selenide.SelenideElement;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

/**
 * The pages of an import, from the file to the result.
 */
public class ImportPage {

	/** A dry run or an import goes through a task. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Path folder;

	/**
	 * The page that is open.
	 * @param folder for the files that are uploaded
	 */
	public ImportPage(Path folder) {
		this.folder = folder;
	}

	/**
	 * Chooses a file and sends it.
	 */
	public ImportPage upload(String name, String content) {
		try {
			$("#file").uploadFile(Files.writeString(this.folder.resolve(name), content).toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		$(".import-form button[type=submit]").click();
		return this;
	}

	/**
	 * What is wrong with the file.
	 */
	public SelenideElement error() {
		return $("#file-error");
	}

	/**
	 * Waits for the dry run or the result, by its title, and a count on it.
	 */
	public ImportPage shouldCount(String name, int number) {
		$("#count-" + name + " strong").shouldBe(visible, PATIENCE).shouldHave(exactText("" + number));
		return this;
	}

	/**
	 * Confirms the dry run.
	 * @param label what the button promises
	 */
	public ImportPage start(String label) {
		$("#start").shouldHave(exactText(label)).click();
		return this;
	}

	/**
	 * How far the import is.
	 */
	public SelenideElement progress() {
		return $("#task").shouldBe(visible);
	}

	/**
	 * Downloads what was rejected.
	 * @return the text of the file
	 */
	public String rejected() {
		File file = $("#rejected").download();
		try {
			return Files.readString(file.toPath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Goes on to another file.
	 */
	public ImportPage another() {
		$("a[href='/users/import'].btn").click();
		$("#file").shouldBe(visible);
		return this;
	}

	/**
	 * What a message says that has popped up.
	 */
	public ImportPage shouldSay(String message) {
		$("#toasts").shouldHave(text(message), PATIENCE);
		return this;
	}

}
