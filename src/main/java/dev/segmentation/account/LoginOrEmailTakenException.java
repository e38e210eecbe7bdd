package dev.segmentation.account;

import dev.segmentation.shared.ConflictException;

/**
 * Another user or account has this login or e-mail, regardless of case.
 */
public class LoginOrEmailTakenException extends ConflictException {

	public LoginOrEmailTakenException() {
		super("user with such login/email already exists");
	}

}
