package dev.segmentation.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Checks the look of a page: that it does not scroll horizontally on a desktop and on a
 * phone, that it is accessible (WCAG AA, with axe) in the light and the dark theme, and
 * that the build kept the styles of its classes. Saves screenshots if they are asked for
 * with {@code -Dpictures}, since nothing reads them otherwise.
 */
public final class Looks {

	private static final Path PICTURES = Path.of("target", "browser", "looks");

	private static final boolean SAVE_PICTURES = System.getProperty("pictures") != null;

	private static final String AXE = axe();

	private static final String USED_CLASSES = """
			return [...new Set([...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]))];
			""";

	/**
	 * An open menu covers parts of the buttons in a table's head. They are checked while
	 * it is closed.
	 */
	private static final String FIND_VIOLATIONS = """
			const done = arguments[1];
			const describe = (rule) => `${rule.id}: ${rule.help} ${rule.nodes.map((node) => node.target + ' ' + node.html)}`;
			const shown = document.querySelector('details.menu[open]') ? { exclude: ['thead'] } : document;
			axe.run(shown, { runOnly: arguments[0], resultTypes: ['violations'] })
				.then((results) => done(results.violations.map(describe)), (error) => done([String(error)]));
			""";

	/** The second theme changes only colours. */
	private static final Map<String, List<String>> RULES = Map.of("light",
			List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"), "dark",
			List.of("color-contrast", "link-in-text-block"));

	private Looks() {
	}

	/**
	 * Checks the page that the browser shows.
	 * @param name the name of the screenshots
	 */
	public static void check(String name) {
		ChromiumDriver browser = (ChromiumDriver) WebDriverRunner.getWebDriver();
		List<String> classes = Objects.requireNonNull(Selenide.executeJavaScript(USED_CLASSES));
		assertThat(TablerClasses.missing(classes)).as(name + " has only classes with styles").isEmpty();
		checkSizes(browser, "light", name);
		checkAccessibility(browser, "light", name);
		if (SAVE_PICTURES) {
			checkSizes(browser, "dark", name);
		}
		checkAccessibility(browser, "dark", name);
		browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
	}

	/** The themes differ only in colours, so one shows whether the page scrolls. */
	private static void checkSizes(ChromiumDriver browser, String theme, String name) {
		setTheme(browser, theme);
		checkAt(browser, 390, 844, name + "-phone-" + theme);
		checkAt(browser, 1280, 900, name + "-desktop-" + theme);
		browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
	}

	private static void setTheme(ChromiumDriver browser, String theme) {
		browser.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme),
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	private static void checkAt(ChromiumDriver browser, int width, int height, String name) {
		browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		assertThat((Boolean) Selenide.executeJavaScript("return document.documentElement.scrollWidth <= innerWidth"))
			.as(name + " does not scroll sideways")
			.isTrue();
		if (SAVE_PICTURES) {
			byte[] picture = browser.getScreenshotAs(OutputType.BYTES);
			assertThatCode(() -> Files.write(Files.createDirectories(PICTURES).resolve(name + ".png"), picture))
				.doesNotThrowAnyException();
		}
	}

	/** Pages in Russian have the elements and colours of those in English. */
	private static void checkAccessibility(ChromiumDriver browser, String theme, String name) {
		if ("en".equals(Selenide.executeJavaScript("return document.documentElement.lang"))) {
			setTheme(browser, theme);
			assertThat(violations(browser, theme)).as(name + " " + theme).isEmpty();
		}
	}

	/**
	 * Runs axe in the page itself. The Java client of axe opens a second window for each
	 * run and takes twice as long.
	 */
	private static List<?> violations(ChromiumDriver browser, String theme) {
		if (!Boolean.TRUE.equals(browser.executeScript("return 'axe' in window"))) {
			browser.executeScript(AXE);
		}
		return (List<?>) Objects.requireNonNull(browser.executeAsyncScript(FIND_VIOLATIONS, RULES.get(theme)));
	}

	private static String axe() {
		try {
			return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
