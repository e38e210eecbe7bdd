package dev.segmentation.shared.web.api;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The API's spelling of names.
 */
public final class SnakeCase {

	private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private SnakeCase() {
	}

	/**
	 * Spells a Java name as JSON does: {@code userId} becomes {@code user_id}.
	 */
	public static String of(String javaName) {
		return WORD_START.matcher(javaName).replaceAll("_").toLowerCase(Locale.ROOT);
	}

}
