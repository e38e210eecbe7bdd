package dev.segmentation.shared.web.page;

import java.io.Serializable;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A short message about the result of an action. An error stays until the reader closes
 * it.
 *
 * @param error whether the action failed
 * @param key the message's key
 * @param arguments the message's arguments: texts and numbers
 * @param href the page that shows the result, if there is one
 */
public record Toast(boolean error, String key, List<Object> arguments, @Nullable String href) implements Serializable {

	/** Name of the model or flash attribute that the layout reads. */
	public static final String ATTRIBUTE = "toast";

	/**
	 * Says what was done.
	 */
	public static Toast success(String key, Object... arguments) {
		return new Toast(false, key, List.of(arguments), null);
	}

	/**
	 * Says what failed and what the reader can do about it.
	 */
	public static Toast error(String key, Object... arguments) {
		return new Toast(true, key, List.of(arguments), null);
	}

	/**
	 * The same toast with a link.
	 */
	public Toast linkTo(String target) {
		return new Toast(this.error, this.key, this.arguments, target);
	}

}
