package dev.segmentation.shared.web.page.layout;

import java.time.Duration;

import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Changes the language and the theme of the pages. It needs no sign-in.
 */
@PageController
class PreferencesPageController {

	private static final Duration COOKIE_TTL = Duration.ofDays(365);

	@PostMapping(path = "/preferences", params = "language")
	String language(@RequestParam String language, @RequestParam String back, HttpServletRequest request,
			HttpServletResponse response) {
		boolean known = ReaderLocaleResolver.LANGUAGES.stream()
			.anyMatch((locale) -> locale.getLanguage().equals(language));
		setCookie(ReaderLocaleResolver.LANGUAGE_COOKIE, known ? language : "", request, response);
		return "redirect:" + PageRequests.local(back);
	}

	@PostMapping(path = "/preferences", params = "theme")
	String theme(@RequestParam Theme theme, @RequestParam String back, HttpServletRequest request,
			HttpServletResponse response) {
		setCookie(Theme.COOKIE, theme.text(), request, response);
		return "redirect:" + PageRequests.local(back);
	}

	private static void setCookie(String name, String value, HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(name, value)
			.path("/")
			.maxAge(COOKIE_TTL)
			.sameSite("Lax")
			.httpOnly(true)
			.secure(request.isSecure())
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
