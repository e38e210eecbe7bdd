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
 */
public record ReaderPreferences(@Nullable String language, @Nullable String timeZone, @Nullable Theme theme) {

	/** The browser decides everything. */
	public static final ReaderPreferences NONE = new ReaderPreferences(null, null, null);

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
