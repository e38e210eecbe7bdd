package dev.segmentation.shared.web.page;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.WebUtils;

/**
 * The colours of the pages, kept in a cookie.
 */
public enum Theme {

	/** As the reader's system has it. */
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

	/** As in cookies, forms and the page. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
