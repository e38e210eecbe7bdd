package dev.segmentation.account.token;

/**
 * A token is not accepted. The message gives the reason, and clients see it.
 */
public class RefusedTokenException extends RuntimeException {

	RefusedTokenException(String message) {
		super(message);
	}

}
