package dev.segmentation.shared.web.stream;

import dev.segmentation.shared.refusal.BusyException;

/**
 * Limits the long answers of an account.
 */
public interface StreamLimit {

	/**
	 * Counts the answer to the current request, until its end.
	 * @throws BusyException when the account has reached its limit
	 */
	void begin();

}
