package dev.segmentation.shared;

/**
 * A service that this one relies on did not do its part.
 */
public abstract class UpstreamException extends RefusedException {

	protected UpstreamException(String error) {
		super(error);
	}

}
