package dev.segmentation.user;

import dev.segmentation.shared.refusal.ConflictException;

/**
 * Another account has edited the user since it was read.
 */
public class UserChangedException extends ConflictException {

	UserChangedException() {
		super("user.changed", "user was changed meanwhile");
	}

}
