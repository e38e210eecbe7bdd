package dev.segmentation.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chromium.ChromiumDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Checks the look of a page on a desktop and on a phone, in the light and in the dark
 * theme. Saves screenshots, and checks that the page is accessible (WCAG AA by axe) and
 * needs no horizontal scrolling.
 */
public final class Looks {

	private static final Path PICTURES = Path.of("target", "browser", "looks");

	private Looks() {
	}

	/**
	 * Checks the page that the browser shows.
	 * @param name the name of the screenshots
	 */
	public static void check(String name) {
		ChromiumDriver browser = (ChromiumDriver) WebDriverRunner.getWebDriver();
		for (String theme : List.of("light", "dark")) {
			browser.executeCdpCommand("Emulation.setEmulatedMedia",
					Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme),
							Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
			checkAt(browser, 1280, 900, name + "-desktop-" + theme);
			assertThat(violations(browser)).as(name + " " + theme).isEmpty();
			checkAt(browser, 390, 844, name + "-phone-" + theme);
		}
		browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
	}

	private static void checkAt(ChromiumDriver browser, int width, int height, String name) {
		browser.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		assertThat((Boolean) Selenide.executeJavaScript("return document.documentElement.scrollWidth <= innerWidth"))
			.as(name + " does not scroll sideways")
			.isTrue();
		byte[] picture = browser.getScreenshotAs(OutputType.BYTES);
		assertThatCode(() -> Files.write(Files.createDirectories(PICTURES).resolve(name + ".png"), picture))
			.doesNotThrowAnyException();
	}

	private static List<String> violations(ChromiumDriver browser) {
		return new AxeBuilder().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
			.analyze(browser)
			.getViolations()
			.stream()
			.map(Looks::describe)
			.toList();
	}

	private static String describe(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " "
				+ rule.getNodes().stream().map((node) -> node.getTarget() + " " + node.getHtml()).toList();
	}

}
