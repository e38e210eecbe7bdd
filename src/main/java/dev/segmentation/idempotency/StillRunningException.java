package dev.segmentation.idempotency;

/**
 * The first request with the key still runs, or it was interrupted and its outcome is
 * unknown.
 */
public class StillRunningException extends RuntimeException {

	StillRunningException() {
		super("the first request with this key has no answer");
	}

}
