package dev.segmentation.shared.web.page;

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
 * The reader's language, from a cookie when they have chosen one and from their browser
 * otherwise, and their time zone, which the pages' script puts into a cookie.
 */
@Component("localeResolver")
class ReaderLocaleResolver extends AbstractLocaleContextResolver {

	static final String LANGUAGE_COOKIE = "language";

	static final String ZONE_COOKIE = "zone";

	static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));

	@Override
	public LocaleContext resolveLocaleContext(HttpServletRequest request) {
		return new SimpleTimeZoneAwareLocaleContext(language(request), TimeZone.getTimeZone(zone(request)));
	}

	@Override
	public void setLocaleContext(HttpServletRequest request, @Nullable HttpServletResponse response,
			@Nullable LocaleContext localeContext) {
		throw new UnsupportedOperationException("The language is changed by its cookie");
	}

	/** Regional variants matter for dates and numbers: en-GB is English too. */
	private static Locale language(HttpServletRequest request) {
		Cookie chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
		String wanted = (chosen != null) ? chosen.getValue() : "";
		Locale browser = Collections.list(request.getLocales())
			.stream()
			.filter(ReaderLocaleResolver::isSpoken)
			.findFirst()
			.orElse(Locale.ENGLISH);
		Locale language = Locale.forLanguageTag(wanted);
		return (isSpoken(language) && !language.getLanguage().equals(browser.getLanguage())) ? language : browser;
	}

	private static boolean isSpoken(Locale locale) {
		return LANGUAGES.stream().anyMatch((known) -> known.getLanguage().equals(locale.getLanguage()));
	}

	private static ZoneId zone(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, ZONE_COOKIE);
		try {
			return (cookie != null) ? ZoneId.of(cookie.getValue()) : ZoneOffset.UTC;
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

}
