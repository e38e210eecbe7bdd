package dev.segmentation.user;

import dev.segmentation.shared.ConflictException;

/**
 * Somebody else has edited the user since they were read.
 */
public class UserChangedException extends ConflictException {

	UserChangedException() {
		super("user.changed", "user was changed by somebody else");
	}

}
