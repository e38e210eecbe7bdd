package dev.segmentation.account.factor.passkey;

/**
 * The answer of an authenticator is invalid, or its passkey is unknown.
 */
public class PasskeyRefusedException extends RuntimeException {

	PasskeyRefusedException(Throwable cause) {
		super(cause);
	}

	PasskeyRefusedException(String message) {
		super(message);
	}

}
