package dev.segmentation.config.security.signin;

import java.util.Objects;

import dev.segmentation.account.AccountService;
import dev.segmentation.account.factor.passkey.PasskeyChallenges;
import dev.segmentation.account.factor.passkey.PasskeyRefusedException;
import dev.segmentation.account.factor.passkey.Passkeys;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Component;

/**
 * A sign-in with a passkey, without a password.
 */
@Component
class PasskeyStep implements FactorSignInFilter.Step {

	private final Passkeys passkeys;

	private final PasskeyChallenges challenges;

	private final AccountService signIns;

	PasskeyStep(Passkeys passkeys, PasskeyChallenges challenges, AccountService signIns) {
		this.passkeys = passkeys;
		this.challenges = challenges;
		this.signIns = signIns;
	}

	@Override
	public CurrentAccount signIn(HttpServletRequest request, HttpServletResponse response) {
		PublicKeyCredentialRequestOptions options = this.challenges.take(request, response)
			.orElseThrow(() -> new BadCredentialsException("No passkey was asked for"));
		String credential = Objects.requireNonNullElse(request.getParameter("credential"), "");
		try {
			return this.passkeys.signIn(options, credential, PageRequests.address(request));
		}
		catch (PasskeyRefusedException ex) {
			this.signIns.recordRefusal(ex.login(), "passkey");
			throw new BadCredentialsException("The passkey is refused", ex);
		}
	}

}
