package dev.segmentation.support;

import com.codeborne.selenide.Selenide;

/**
 * The browser of a test. Selenide has one address for all threads, but the classes of
 * {@link BrowserTest} use two applications.
 */
public final class Browser {

	private static final ThreadLocal<String> ROOT = new ThreadLocal<>();

	private Browser() {
	}

	static void setRoot(String root) {
		ROOT.set(root);
	}

	/**
	 * Opens a page of the application.
	 * @param path the path, with its query
	 */
	public static void open(String path) {
		Selenide.open(ROOT.get() + path);
	}

}
