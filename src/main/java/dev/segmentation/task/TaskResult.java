package dev.segmentation.task;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The result of a task.
 *
 * @param url the page that shows the result
 * @param message the key of the message about the result, which has plural forms if its
 * first argument is a number; {@code null} when the page needs no message
 * @param args the arguments of the message: texts, or numbers ({@link Long}), which the
 * page formats in the user's language
 * @param act the act that the task recorded, which users may undo; {@code null} for none
 */
public record TaskResult(String url, @Nullable String message, List<Object> args, @Nullable Long act) {

	public TaskResult {
		args = List.copyOf(args);
	}

	/**
	 * Creates a result without a message.
	 */
	public static TaskResult of(String url) {
		return new TaskResult(url, null, List.of(), null);
	}

	/**
	 * Creates a result with a message.
	 * @param args texts and whole numbers
	 */
	public static TaskResult of(String url, String message, Object... args) {
		return new TaskResult(url, message,
				Arrays.stream(args)
					.<Object>map((arg) -> (arg instanceof Number number) ? number.longValue() : arg.toString())
					.toList(),
				null);
	}

	/**
	 * The same result with an act that users may undo.
	 * @param done {@code null} if the task recorded no act
	 */
	public TaskResult offerUndo(@Nullable Long done) {
		return new TaskResult(this.url, this.message, this.args, done);
	}

}
