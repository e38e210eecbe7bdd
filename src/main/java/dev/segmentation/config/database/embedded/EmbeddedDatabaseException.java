package dev.segmentation.config.database.embedded;

import org.jspecify.annotations.Nullable;

/**
 * The embedded database cannot start. The message is one sentence that says what is wrong
 * and what to do.
 */
public class EmbeddedDatabaseException extends RuntimeException {

	EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	EmbeddedDatabaseException(String message) {
		this(message, null);
	}

}
