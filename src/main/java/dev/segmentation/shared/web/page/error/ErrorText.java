package dev.segmentation.shared.web.page.error;

/**
 * The text of an error page, for a status that has several causes.
 */
public final class ErrorText {

	/** Name of the request attribute with the message key. */
	public static final String KEY = ErrorText.class.getName();

	/** Name of the request attribute with the address of the page that tells more. */
	public static final String MORE = ErrorText.class.getName() + ".more";

	private ErrorText() {
	}

}
