package dev.segmentation.task;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of a task.
 *
 * @param url the page that shows the result; the browser goes there when the task ends
 * @param message key of the message about the result; {@code null} when the page is
 * enough
 * @param args arguments of the message: texts and whole numbers ({@link Long})
 */
public record TaskResult(String url, @Nullable String message, List<Object> args) {

	public TaskResult {
		args = List.copyOf(args);
	}

	/**
	 * A result that its page shows without a message.
	 */
	public static TaskResult of(String url) {
		return new TaskResult(url, null, List.of());
	}

	/**
	 * A result with a page and a message.
	 * @param args texts and whole numbers
	 */
	public static TaskResult of(String url, String message, Object... args) {
		return new TaskResult(url, message,
				Arrays.stream(args)
					.<Object>map((arg) -> (arg instanceof Number number) ? number.longValue() : arg.toString())
					.toList());
	}

}
