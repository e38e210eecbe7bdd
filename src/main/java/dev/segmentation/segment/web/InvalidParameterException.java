package dev.segmentation.segment.web;

import dev.segmentation.shared.RefusedException;

/**
 * A part of the path is not what it must be.
 */
class InvalidParameterException extends RefusedException {

	InvalidParameterException(String name) {
		super("invalid parameter (%s)".formatted(name));
	}

}
