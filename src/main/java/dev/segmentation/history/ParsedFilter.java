package dev.segmentation.history;

import java.util.List;

/**
 * A filter form as the program understands it.
 *
 * @param problems what it does not understand; the filter may be used only without
 * problems
 */
public record ParsedFilter(HistoryFilter filter, List<Problem> problems) {

	public boolean isValid() {
		return this.problems.isEmpty();
	}

	/**
	 * A value that cannot be used.
	 *
	 * @param key the key of the message
	 * @param arguments the arguments of the message, first the value
	 */
	public record Problem(String key, List<String> arguments) {
	}

}
