package dev.segmentation.config.database.migration;

/**
 * The program cannot use the database. The message is one sentence that says what is
 * wrong and what to do.
 */
public class UnusableDatabaseException extends RuntimeException {

	UnusableDatabaseException(String message) {
		super(message);
	}

}
