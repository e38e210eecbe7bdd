package dev.segmentation.account;

import dev.segmentation.shared.refusal.InvalidInputException;

/**
 * No account has this login and password.
 */
public class IncorrectCredentialsException extends InvalidInputException {

	public IncorrectCredentialsException() {
		super("credentials.incorrect", "incorrect login or password");
	}

}
