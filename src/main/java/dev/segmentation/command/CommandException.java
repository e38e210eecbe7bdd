package dev.segmentation.command;

import org.jspecify.annotations.Nullable;

/**
 * A command cannot do its work. The message is one sentence that says what is wrong and
 * what to do.
 */
class CommandException extends RuntimeException {

	CommandException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	CommandException(String message) {
		this(message, null);
	}

}
