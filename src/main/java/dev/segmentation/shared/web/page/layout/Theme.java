package dev.segmentation.shared.web.page.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.WebUtils;

/**
 * The theme of the pages: that of the account, or else that of a cookie.
 */
public enum Theme {

	/** The theme of the user's system. */
	AUTO, LIGHT, DARK;

	static final String COOKIE = "theme";

	static Theme of(HttpServletRequest request) {
		Theme chosen = ReaderPreferences.of(request).theme();
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return (chosen != null) ? chosen : parse((cookie != null) ? cookie.getValue() : null).orElse(AUTO);
	}

	/** Finds the theme of a text that {@link #text()} returned. */
	public static Optional<Theme> parse(@Nullable String text) {
		return Arrays.stream(values()).filter((theme) -> theme.text().equals(text)).findFirst();
	}

	/** Returns the theme as in cookies, forms and pages. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
