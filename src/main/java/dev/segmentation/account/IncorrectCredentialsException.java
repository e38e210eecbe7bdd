package dev.segmentation.account;

import dev.segmentation.shared.RefusedException;

/**
 * No account has this login and password.
 */
public class IncorrectCredentialsException extends RefusedException {

	public IncorrectCredentialsException() {
		super("incorrect login or password");
	}

}
