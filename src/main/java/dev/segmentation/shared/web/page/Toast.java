package dev.segmentation.shared.web.page;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A short message about the result of an action. Errors stay until the user closes them.
 *
 * @param error whether the action failed
 * @param key the message's key
 * @param arguments the message's arguments; numbers are formatted
 * @param href the address of the result; {@code null} for no link
 */
public record Toast(boolean error, String key, List<String> arguments, @Nullable String href) implements Serializable {

	/** Name of the model and flash attribute that the layout shows. */
	public static final String ATTRIBUTE = "toast";

	/**
	 * Tells that an action succeeded.
	 */
	public static Toast success(String key, String... arguments) {
		return new Toast(false, key, List.of(arguments), null);
	}

	/**
	 * Tells that an action failed, and how to solve the problem.
	 */
	public static Toast error(String key, String... arguments) {
		return new Toast(true, key, List.of(arguments), null);
	}

	/**
	 * Adds a link.
	 */
	public Toast linkTo(String target) {
		return new Toast(this.error, this.key, this.arguments, target);
	}

}
