package dev.segmentation.account.factor.code;

import java.time.Duration;

/**
 * The result of an entered code.
 */
public sealed interface CodeAnswer {

	/** The code is correct. It cannot be used again. */
	record Correct() implements CodeAnswer {
	}

	/** The code is wrong, expired, or was used before. */
	record Wrong() implements CodeAnswer {
	}

	/**
	 * Too many codes were wrong, so this one was not checked.
	 *
	 * @param rest the time until the next code is checked
	 */
	record TooMany(Duration rest) implements CodeAnswer {
	}

}
