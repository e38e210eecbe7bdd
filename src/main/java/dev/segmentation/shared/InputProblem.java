package dev.segmentation.shared;

import java.util.List;

/**
 * A value of a filter that cannot be used.
 *
 * @param key the key of the message
 * @param arguments the arguments of the message, first the value
 */
public record InputProblem(String key, List<String> arguments) {

	/**
	 * Creates a problem.
	 */
	public static InputProblem of(String key, String... arguments) {
		return new InputProblem(key, List.of(arguments));
	}

}
