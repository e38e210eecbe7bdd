package dev.segmentation;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Finds text from outside that Java could not read in the encoding of the system. With
 * {@code LC_ALL=C}, Java replaces each letter of a Cyrillic folder by a question mark,
 * and would use another folder; a password would become another one.
 */
final class ReadableSettings {

	private static final String UNREADABLE = "\ufffd";

	private static final Pattern SETTINGS = Pattern.compile("(SEGMENTATION|SPRING|SERVER|GDRIVE|HASH)_.*");

	private ReadableSettings() {
	}

	/**
	 * Returns the sentence for the first text that is not readable.
	 */
	static Optional<String> problem(String... arguments) {
		return problem(System.getenv(), System::getProperty, arguments);
	}

	static Optional<String> problem(Map<String, String> environment, UnaryOperator<String> property,
			String... arguments) {
		return unreadable(environment, property, arguments).map((
				name) -> "%s has characters that the system's encoding %s does not have. Start the program with LC_ALL=C.UTF-8."
					.formatted(name, property.apply("sun.jnu.encoding")));
	}

	private static Optional<String> unreadable(Map<String, String> environment, UnaryOperator<String> property,
			String... arguments) {
		if (property.apply("user.dir").contains(UNREADABLE)) {
			return Optional.of("The path of the current folder");
		}
		if (Arrays.stream(arguments).anyMatch((argument) -> argument.contains(UNREADABLE))) {
			return Optional.of("An argument");
		}
		return environment.entrySet()
			.stream()
			.filter((variable) -> variable.getValue().contains(UNREADABLE))
			.map(Map.Entry::getKey)
			.filter(SETTINGS.asMatchPredicate())
			.sorted()
			.findFirst();
	}

}
