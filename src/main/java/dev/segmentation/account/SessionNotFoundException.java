package dev.segmentation.account;

import dev.segmentation.shared.NotFoundException;

/**
 * The refresh token is unknown, used, expired or revoked.
 */
public class SessionNotFoundException extends NotFoundException {

	public SessionNotFoundException() {
		super("session.missing", "session does not exist");
	}

}
