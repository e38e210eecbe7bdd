package dev.segmentation.shared.web.page;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Tells, after an act, what has happened. Errors stay until they are closed.
 *
 * @param error whether it went wrong
 * @param key the message's key
 * @param arguments the message's arguments, numbers formatted already
 * @param href where to look at what was done
 */
public record Toast(boolean error, String key, List<String> arguments, @Nullable String href) implements Serializable {

	/** Name of the model or flash attribute that the layout shows. */
	public static final String ATTRIBUTE = "toast";

	/**
	 * What was done.
	 */
	public static Toast success(String key, String... arguments) {
		return new Toast(false, key, List.of(arguments), null);
	}

	/**
	 * What could not be done, and what to do about it.
	 */
	public static Toast error(String key, String... arguments) {
		return new Toast(true, key, List.of(arguments), null);
	}

	/**
	 * The same, with a link.
	 */
	public Toast linkTo(String target) {
		return new Toast(this.error, this.key, this.arguments, target);
	}

}
