package dev.segmentation.reference;

import org.jspecify.annotations.Nullable;

/**
 * The import is not possible. The message is one sentence that says why and what to do.
 * Nothing was changed.
 */
public class ReferenceImportException extends RuntimeException {

	ReferenceImportException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	ReferenceImportException(String message) {
		this(message, null);
	}

}
