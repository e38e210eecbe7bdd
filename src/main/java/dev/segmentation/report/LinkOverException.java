package dev.segmentation.report;

import dev.segmentation.shared.RefusedException;

/**
 * The link has expired or was revoked.
 */
public class LinkOverException extends RefusedException {

	LinkOverException() {
		super("the link is over");
	}

}
