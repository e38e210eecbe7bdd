package dev.segmentation.task;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What came of a task.
 *
 * @param url the page that shows it, which whoever watches the task is brought to
 * @param message key of the message that says what happened; when its first argument is a
 * number, it has plural forms; {@code null} when the page says all
 * @param args arguments of the message: texts, or numbers ({@link Long}), which are shown
 * in the reader's way
 */
public record TaskResult(String url, @Nullable String message, List<Object> args) {

	public TaskResult {
		args = List.copyOf(args);
	}

	/**
	 * The page that shows what came of it, and says all about it.
	 */
	public static TaskResult of(String url) {
		return new TaskResult(url, null, List.of());
	}

	/**
	 * The page that shows what came of it, and the message that says it.
	 * @param args texts and whole numbers
	 */
	public static TaskResult of(String url, String message, Object... args) {
		return new TaskResult(url, message,
				Arrays.stream(args)
					.<Object>map((arg) -> (arg instanceof Number number) ? number.longValue() : arg.toString())
					.toList());
	}

}
