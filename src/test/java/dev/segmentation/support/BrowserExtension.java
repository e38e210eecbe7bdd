package dev.segmentation.support;

import java.io.File;
import java.util.List;
import java.util.Map;

import com.codeborne.selenide.Configuration;
import com.codeborne.selenide.WebDriverRunner;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Points the browser at the application, and clears its data after each test.
 */
class BrowserExtension implements BeforeEachCallback, AfterEachCallback {

	/**
	 * Debian's program. The script of this name on the PATH would leave it running.
	 */
	private static final File HEADLESS_SHELL = new File("/usr/lib/chromium/chromium-headless-shell");

	@Override
	public void beforeEach(ExtensionContext context) {
		Configuration.browser = "chrome";
		Configuration.headless = true;
		Configuration.pollingInterval = 50;
		Configuration.browserSize = "1280x900";
		Configuration.reportsFolder = "target/browser";
		Configuration.downloadsFolder = "target/browser/downloads";
		Configuration.browserCapabilities = options();
		Browser.setRoot(root(context));
	}

	private static String root(ExtensionContext context) {
		return SpringExtension.getApplicationContext(context).getBean(Api.class).root();
	}

	/**
	 * Takes Chromium's headless shell if there is one: it needs a fifth less of the
	 * processor than the whole browser without a window.
	 */
	private static ChromeOptions options() {
		ChromeOptions options = new ChromeOptions();
		if (HEADLESS_SHELL.canExecute()) {
			options.setBinary(HEADLESS_SHELL);
		}
		return options.addArguments("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage");
	}

	@Override
	public void afterEach(ExtensionContext context) {
		// Accounts keep their language and theme.
		SpringExtension.getApplicationContext(context)
			.getBean(TestDatabase.class)
			.jdbc()
			.sql("UPDATE accounts SET language = NULL, time_zone = NULL, theme = NULL")
			.update();
		if (!WebDriverRunner.hasWebDriverStarted()) {
			return;
		}
		ChromiumDriver browser = (ChromiumDriver) WebDriverRunner.getWebDriver();
		browser.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", root(context), "storageTypes", "all"));
		browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
		browser.get("about:blank");
	}

}
