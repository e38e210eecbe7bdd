package dev.segmentation.support;

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

	@Override
	public void beforeEach(ExtensionContext context) {
		Configuration.browser = "chrome";
		Configuration.headless = true;
		Configuration.browserSize = "1280x900";
		Configuration.reportsFolder = "target/browser";
		Configuration.downloadsFolder = "target/browser/downloads";
		Configuration.browserCapabilities = new ChromeOptions().addArguments("--no-sandbox", "--disable-gpu",
				"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--disable-dev-shm-usage");
		Configuration.baseUrl = SpringExtension.getApplicationContext(context).getBean(Api.class).root();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (!WebDriverRunner.hasWebDriverStarted()) {
			return;
		}
		ChromiumDriver browser = (ChromiumDriver) WebDriverRunner.getWebDriver();
		browser.executeCdpCommand("Storage.clearDataForOrigin",
				Map.of("origin", Configuration.baseUrl, "storageTypes", "all"));
		browser.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		browser.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
		browser.get("about:blank");
	}

}
