package dev.segmentation.membership;

import dev.segmentation.shared.NotFoundException;

/**
 * There is no such list, or it is somebody else's, or a day old and forgotten.
 */
public class MemberListNotFoundException extends NotFoundException {

	public MemberListNotFoundException() {
		super("list does not exist");
	}

}
