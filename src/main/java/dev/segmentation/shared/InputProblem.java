package dev.segmentation.shared;

import java.util.List;

/**
 * A value of a filter that cannot be used.
 *
 * @param key the key of the message
 * @param arguments the arguments of the message, first the value
 * @param field the name of the filter's field
 */
public record InputProblem(String key, List<String> arguments, String field) {

	/**
	 * Creates a problem of a field.
	 */
	public static InputProblem of(String field, String key, String... arguments) {
		return new InputProblem(key, List.of(arguments), field);
	}

}
