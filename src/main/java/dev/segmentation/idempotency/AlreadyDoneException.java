package dev.segmentation.idempotency;

/**
 * The first request with the key made its change, but its answer was lost.
 */
public class AlreadyDoneException extends RuntimeException {

	AlreadyDoneException() {
		super("the first request with this key made its change");
	}

}
