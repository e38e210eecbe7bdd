package dev.segmentation.shared.web.page.layout;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * How an account reads the pages, in every browser. Each value may be absent: then the
 * browser decides, by a cookie or by its own settings.
 *
 * @param language the language's code, such as {@code ru}
 * @param timeZone the id of a time zone, such as {@code Europe/Berlin}
 * @param theme the theme
 * @param singleKeys whether single keys are shortcuts (WCAG 2.1.4)
 */
public record ReaderPreferences(@Nullable String language, @Nullable String timeZone, @Nullable Theme theme,
		boolean singleKeys) {

	/** The browser decides everything. */
	public static final ReaderPreferences NONE = new ReaderPreferences(null, null, null, true);

	private static final String ATTRIBUTE = ReaderPreferences.class.getName();

	/**
	 * Applies the preferences to the answer of a request.
	 */
	public void put(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Whether the pages have texts in a language.
	 */
	public static boolean isLanguage(Locale locale) {
		return ReaderLocaleResolver.isSupported(locale);
	}

	static ReaderPreferences of(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof ReaderPreferences found) ? found : NONE;
	}

}
