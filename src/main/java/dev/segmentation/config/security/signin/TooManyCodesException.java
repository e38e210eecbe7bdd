package dev.segmentation.config.security.signin;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * The account has to wait before it enters another code.
 */
class TooManyCodesException extends AuthenticationException {

	private final Duration rest;

	TooManyCodesException(Duration rest) {
		super("Too many wrong codes");
		this.rest = rest;
	}

	/** Rounded up, so that the next attempt is not too early. */
	int seconds() {
		return (int) this.rest.plusMillis(999).toSeconds();
	}

}
