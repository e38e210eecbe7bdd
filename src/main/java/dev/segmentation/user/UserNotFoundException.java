package dev.segmentation.user;

import dev.segmentation.shared.NotFoundException;

/**
 * No user has this id.
 */
public class UserNotFoundException extends NotFoundException {

	public UserNotFoundException() {
		super("user does not exist");
	}

}
