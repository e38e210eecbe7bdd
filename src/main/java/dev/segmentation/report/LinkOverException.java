package dev.segmentation.report;

import dev.segmentation.shared.refusal.NotFoundException;

/**
 * The link has expired or was revoked.
 */
public class LinkOverException extends NotFoundException {

	LinkOverException() {
		super("link.over", "the link has expired or was revoked");
	}

}
