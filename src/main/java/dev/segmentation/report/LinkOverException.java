package dev.segmentation.report;

import dev.segmentation.shared.refusal.NotFoundException;

/**
 * The link has expired, was revoked, or was opened as often as allowed.
 */
public class LinkOverException extends NotFoundException {

	public LinkOverException() {
		super("link.over", "the link has expired or was revoked");
	}

}
