package dev.segmentation.report;

import dev.segmentation.shared.RefusedException;

/**
 * A link has expired, or was taken back.
 */
public class LinkOverException extends RefusedException {

	LinkOverException() {
		super("the link is over");
	}

}
