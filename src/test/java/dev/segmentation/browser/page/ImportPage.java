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
 * The pages of an import, from the upload to the result.
 */
public class ImportPage {

	/** Dry runs and imports are tasks, which take a while. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Path folder;

	/**
	 * Creates the object for the open page.
	 * @param folder the folder for uploaded files
	 */
	public ImportPage(Path folder) {
		this.folder = folder;
	}

	/**
	 * Chooses a file and uploads it.
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
	 * Returns the error of the file field.
	 */
	public SelenideElement error() {
		return $("#file-error");
	}

	/**
	 * Waits for the dry run or the result, and checks one of its counts.
	 */
	public ImportPage shouldCount(String name, int number) {
		$("#count-" + name + " strong").shouldBe(visible, PATIENCE).shouldHave(exactText("" + number));
		return this;
	}

	/**
	 * Confirms the dry run.
	 * @param label the text of the button
	 */
	public ImportPage start(String label) {
		$("#start").shouldHave(exactText(label)).click();
		return this;
	}

	/**
	 * Returns the progress of the import.
	 */
	public SelenideElement progress() {
		return $("#task").shouldBe(visible);
	}

	/**
	 * Downloads the rejected lines.
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
	 * Starts the next import.
	 */
	public ImportPage another() {
		$("a[href='/users/import'].btn").click();
		$("#file").shouldBe(visible);
		return this;
	}

	/**
	 * Checks the text of a toast.
	 */
	public ImportPage shouldSay(String message) {
		$("#toasts").shouldHave(text(message), PATIENCE);
		return this;
	}

}
