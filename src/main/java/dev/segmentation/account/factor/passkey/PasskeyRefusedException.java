package dev.segmentation.account.factor.passkey;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an authenticator is invalid, or its passkey is unknown.
 */
public class PasskeyRefusedException extends RuntimeException {

	private final @Nullable String login;

	PasskeyRefusedException(Throwable cause) {
		super(cause);
		this.login = null;
	}

	PasskeyRefusedException(String message, String login) {
		super(message);
		this.login = login;
	}

	/**
	 * The login of the passkey's account; {@code null} when it is unknown.
	 */
	public @Nullable String login() {
		return this.login;
	}

}
