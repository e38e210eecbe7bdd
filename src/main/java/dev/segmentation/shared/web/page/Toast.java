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
 * @param act the act that can be undone, if there is one
 */
public record Toast(boolean error, String key, List<Object> arguments, @Nullable String href,
		@Nullable Long act) implements Serializable {

	/** Name of the model or flash attribute that the layout reads. */
	public static final String ATTRIBUTE = "toast";

	/**
	 * Says what was done.
	 */
	public static Toast success(String key, Object... arguments) {
		return new Toast(false, key, List.of(arguments), null, null);
	}

	/**
	 * Says what failed and what the reader can do about it.
	 */
	public static Toast error(String key, Object... arguments) {
		return new Toast(true, key, List.of(arguments), null, null);
	}

	/**
	 * The same toast with a link.
	 */
	public Toast linkTo(String target) {
		return new Toast(this.error, this.key, this.arguments, target, this.act);
	}

	/**
	 * The same toast with a link to the undo of an act.
	 * @param done {@code null} if the action recorded no act
	 */
	public Toast offerUndo(@Nullable Long done) {
		return new Toast(this.error, this.key, this.arguments, this.href, done);
	}

}
