package dev.segmentation.account.session;

import dev.segmentation.shared.refusal.NotFoundException;

/**
 * The refresh token is unknown, used, expired or revoked.
 */
public class SessionNotFoundException extends NotFoundException {

	public SessionNotFoundException() {
		super("session.missing", "session does not exist");
	}

}
