package dev.segmentation.support;

import java.util.Map;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.chromium.ChromiumDriver;

/**
 * Disables the JavaScript of pages. Selenide can still run scripts.
 */
class WithoutJavaScriptExtension implements BeforeEachCallback, AfterEachCallback {

	@Override
	public void beforeEach(ExtensionContext context) {
		Selenide.open("about:blank");
		disable(true);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		disable(false);
	}

	private static void disable(boolean disabled) {
		((ChromiumDriver) WebDriverRunner.getWebDriver()).executeCdpCommand("Emulation.setScriptExecutionDisabled",
				Map.of("value", disabled));
	}

}
