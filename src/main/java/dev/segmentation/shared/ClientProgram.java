package dev.segmentation.shared;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds the name of the program in a {@code User-Agent} header. The name has at most 40
 * letters, digits, dots, underscores and hyphens.
 */
public final class ClientProgram {

	private static final String NAME = "([A-Za-z][A-Za-z0-9._-]{0,39})";

	private static final Pattern PRODUCT = Pattern.compile("(?<!\\S)" + NAME);

	private static final Pattern COMMENT = Pattern.compile("\\([^)]*\\)?");

	/** Search engines name themselves in a comment. */
	private static final Pattern ROBOT = Pattern.compile("\\bcompatible; " + NAME);

	/**
	 * The names that most browsers send besides their own. The later a name is in the
	 * list, the less it tells.
	 */
	private static final List<String> SHARED = List.of("Chrome", "Safari", "Version", "Mobile", "Gecko", "AppleWebKit",
			"Mozilla");

	private static final Map<String, String> FULL_NAMES = Map.of("Edg", "Edge", "EdgA", "Edge", "EdgiOS", "Edge", "OPR",
			"Opera", "CriOS", "Chrome", "FxiOS", "Firefox");

	private ClientProgram() {
	}

	/**
	 * Returns the name of the program, without its version.
	 * @return {@code null} when the header is missing or names no program
	 */
	public static @Nullable String of(@Nullable String userAgent) {
		String text = (userAgent != null) ? userAgent : "";
		Stream<String> products = names(PRODUCT, COMMENT.matcher(text).replaceAll(" "));
		return Stream.concat(names(ROBOT, text), products)
			.min(Comparator.comparingInt(SHARED::indexOf))
			.map((name) -> FULL_NAMES.getOrDefault(name, name))
			.orElse(null);
	}

	private static Stream<String> names(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
	}

}
