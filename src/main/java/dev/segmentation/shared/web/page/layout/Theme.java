package dev.segmentation.shared.web.page.layout;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.WebUtils;

/**
 * The theme of the pages, stored in a cookie.
 */
public enum Theme {

	/** The theme of the user's system. */
	AUTO, LIGHT, DARK;

	static final String COOKIE = "theme";

	static Theme of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		for (Theme theme : values()) {
			if (cookie != null && theme.text().equals(cookie.getValue())) {
				return theme;
			}
		}
		return AUTO;
	}

	/** Returns the theme as in cookies, forms and pages. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
