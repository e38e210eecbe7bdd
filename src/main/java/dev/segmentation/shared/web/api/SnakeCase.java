package dev.segmentation.shared.web.api;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Converts names to the spelling of the API.
 */
public final class SnakeCase {

	private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private SnakeCase() {
	}

	/**
	 * Converts a Java name: {@code userId} becomes {@code user_id}.
	 */
	public static String of(String javaName) {
		return WORD_START.matcher(javaName).replaceAll("_").toLowerCase(Locale.ROOT);
	}

}
