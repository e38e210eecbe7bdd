package dev.segmentation.config.database;

import org.jspecify.annotations.Nullable;

/**
 * Work on a whole database cannot be done, such as a backup. The message is one sentence
 * that says what is wrong and what to do.
 */
public class DatabaseWorkException extends RuntimeException {

	public DatabaseWorkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	public DatabaseWorkException(String message) {
		this(message, null);
	}

}
