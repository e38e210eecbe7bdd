package dev.segmentation.config.security.signin;

import java.time.Instant;

import dev.segmentation.account.factor.FactorState;
import dev.segmentation.config.security.PendingSignIn;
import dev.segmentation.shared.CurrentAccount;

import org.springframework.security.core.AuthenticationException;

/**
 * The password is correct, and a second factor has to follow.
 */
class SecondFactorRequiredException extends AuthenticationException {

	private final transient CurrentAccount account;

	private final transient FactorState factors;

	SecondFactorRequiredException(CurrentAccount account, FactorState factors) {
		super("A second factor has to follow");
		this.account = account;
		this.factors = factors;
	}

	PendingSignIn pending(Instant now) {
		return new PendingSignIn(this.account, this.factors.app(), this.factors.passkeys() > 0, now);
	}

}
