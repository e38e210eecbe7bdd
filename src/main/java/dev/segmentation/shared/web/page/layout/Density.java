package dev.segmentation.shared.web.page.layout;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.util.WebUtils;

/**
 * How close the rows of the pages are. A cookie keeps it, because it depends on the
 * screen, and an account may use several.
 */
enum Density {

	/** Compact on low screens. */
	AUTO, COMFORTABLE, COMPACT;

	static final String COOKIE = "density";

	static Density of(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		return Arrays.stream(values())
			.filter((density) -> cookie != null && density.text().equals(cookie.getValue()))
			.findFirst()
			.orElse(AUTO);
	}

	/** Returns the density as in cookies and pages. */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
