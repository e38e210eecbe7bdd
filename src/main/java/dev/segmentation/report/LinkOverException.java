package dev.segmentation.report;

import dev.segmentation.shared.NotFoundException;

/**
 * A link has expired, or was taken back.
 */
public class LinkOverException extends NotFoundException {

	LinkOverException() {
		super("link.over", "the link is over");
	}

}
