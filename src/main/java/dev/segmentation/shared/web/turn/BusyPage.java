package dev.segmentation.shared.web.turn;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A page without the layout, which reloads by itself.
 */
final class BusyPage {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="%1$s">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark">
			<meta http-equiv="refresh" content="1">
			<title>%2$s</title>
			</head>
			<body><main><h1>%2$s</h1><p>%3$s</p></main></body>
			</html>
			""";

	private static final Map<Locale, byte[]> pages = new ConcurrentHashMap<>();

	private BusyPage() {
	}

	static byte[] in(Locale wanted) {
		Locale locale = wanted.getLanguage().equals("ru") ? wanted : Locale.ROOT;
		return pages.computeIfAbsent(Locale.of(locale.getLanguage()), BusyPage::make);
	}

	private static byte[] make(Locale locale) {
		ResourceBundle texts = ResourceBundle.getBundle("messages.common", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		String language = locale.equals(Locale.ROOT) ? "en" : locale.getLanguage();
		return PAGE.formatted(language, texts.getString("error.busy.title"), texts.getString("error.reload"))
			.getBytes(StandardCharsets.UTF_8);
	}

}
