package dev.segmentation.shared.web.page.layout;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * Resolves the user's language and time zone. Both come from the preferences of the
 * account. Without them, the language comes from a cookie if the user chose one,
 * otherwise from the browser. The time zone comes from a cookie that the pages' script
 * sets.
 */
@Component("localeResolver")
class ReaderLocaleResolver extends AbstractLocaleContextResolver {

	static final String LANGUAGE_COOKIE = "language";

	static final String ZONE_COOKIE = "zone";

	private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));

	@Override
	public LocaleContext resolveLocaleContext(HttpServletRequest request) {
		return new SimpleTimeZoneAwareLocaleContext(language(request), TimeZone.getTimeZone(zone(request)));
	}

	@Override
	public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response,
			@Nullable LocaleContext localeContext) {
		throw new UnsupportedOperationException("Set the language cookie instead.");
	}

	/**
	 * Keeps the browser's regional variant of the chosen language, because dates and
	 * numbers depend on it.
	 */
	private static Locale language(HttpServletRequest request) {
		String chosen = ReaderPreferences.of(request).language();
		String tag = (chosen != null) ? chosen : cookie(request, LANGUAGE_COOKIE);
		Locale browser = Collections.list(request.getLocales())
			.stream()
			.filter(ReaderLocaleResolver::isSupported)
			.findFirst()
			.orElse(Locale.ENGLISH);
		Locale language = Locale.forLanguageTag(tag);
		return (isSupported(language) && !language.getLanguage().equals(browser.getLanguage())) ? language : browser;
	}

	static boolean isSupported(Locale locale) {
		return LANGUAGES.stream().anyMatch((supported) -> supported.getLanguage().equals(locale.getLanguage()));
	}

	private static ZoneId zone(HttpServletRequest request) {
		String chosen = ReaderPreferences.of(request).timeZone();
		String id = (chosen != null) ? chosen : cookie(request, ZONE_COOKIE);
		try {
			return !id.isEmpty() ? ZoneId.of(id) : ZoneOffset.UTC;
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

	private static String cookie(HttpServletRequest request, String name) {
		Cookie cookie = WebUtils.getCookie(request, name);
		return (cookie != null) ? cookie.getValue() : "";
	}

}
