package dev.segmentation.account;

import dev.segmentation.shared.ForbiddenException;

/**
 * The setting segmentation.sign-up lets nobody sign up.
 */
public class SignUpClosedException extends ForbiddenException {

	public SignUpClosedException() {
		super("sign-up is closed");
	}

}
