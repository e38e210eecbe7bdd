package dev.segmentation.history;

import dev.segmentation.shared.RefusedException;

/**
 * The page lies beyond the end of the history, or before its beginning.
 */
public class PageOutOfBoundsException extends RefusedException {

	public PageOutOfBoundsException() {
		super("page is out of bounds");
	}

}
