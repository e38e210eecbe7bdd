package dev.segmentation.report;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * The settings of a link were changed after the user saw them.
 */
public class LinkChangedException extends ConflictException {

	LinkChangedException() {
		super("link.changed", "settings have changed meanwhile");
	}

}
