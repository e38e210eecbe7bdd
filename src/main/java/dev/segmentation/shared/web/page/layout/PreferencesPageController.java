package dev.segmentation.shared.web.page.layout;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Changes the language, the theme and the density of the pages, and the columns of lists.
 * It needs no sign-in. The account of a reader who is signed in keeps language and theme
 * for all browsers. The cookie is for the sign-in page of this one.
 */
@PageController
class PreferencesPageController {

	private static final Duration COOKIE_TTL = Duration.ofDays(365);

	private final ReaderPreferencesStore preferences;

	PreferencesPageController(ReaderPreferencesStore preferences) {
		this.preferences = preferences;
	}

	@PostMapping(path = "/preferences", params = "language")
	String language(@RequestParam String language, @RequestParam String back, HttpServletRequest request,
			HttpServletResponse response) {
		boolean known = ReaderLocaleResolver.isSupported(Locale.forLanguageTag(language));
		setCookie(ReaderLocaleResolver.LANGUAGE_COOKIE, known ? language : "", request, response);
		account(request).ifPresent((account) -> this.preferences.changeLanguage(account, known ? language : null));
		return "redirect:" + PageRequests.local(back);
	}

	@PostMapping(path = "/preferences", params = "theme")
	String theme(@RequestParam Theme theme, @RequestParam String back, HttpServletRequest request,
			HttpServletResponse response) {
		setCookie(Theme.COOKIE, theme.text(), request, response);
		account(request).ifPresent((account) -> this.preferences.changeTheme(account, theme));
		return "redirect:" + PageRequests.local(back);
	}

	@PostMapping(path = "/preferences", params = "density")
	String density(@RequestParam Density density, @RequestParam String back, HttpServletRequest request,
			HttpServletResponse response) {
		setCookie(Density.COOKIE, density.text(), request, response);
		return "redirect:" + PageRequests.local(back);
	}

	/** Filters may have changed the address of the list since it was opened. */
	@PostMapping(path = "/preferences", params = "columns")
	String columns(@RequestParam ListColumns columns, @RequestParam(defaultValue = "") Set<String> shown,
			HttpServletRequest request, HttpServletResponse response) {
		setCookie(HiddenColumns.COOKIE, HiddenColumns.of(request).change(columns, shown), request, response);
		return "redirect:" + PageRequests.currentPage(request);
	}

	private static Optional<CurrentAccount> account(HttpServletRequest request) {
		return (request.getUserPrincipal() instanceof Authentication authentication
				&& authentication.getPrincipal() instanceof CurrentAccount account) ? Optional.of(account)
						: Optional.empty();
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
