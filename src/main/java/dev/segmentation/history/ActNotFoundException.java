package dev.segmentation.history;

import dev.segmentation.shared.NotFoundException;

/**
 * No act has this id.
 */
public class ActNotFoundException extends NotFoundException {

	public ActNotFoundException() {
		super("act does not exist");
	}

}
