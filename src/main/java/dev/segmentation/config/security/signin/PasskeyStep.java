package dev.segmentation.config.security.signin;

import java.util.Objects;

import dev.segmentation.account.factor.passkey.PasskeyRefusedException;
import dev.segmentation.account.factor.passkey.Passkeys;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Component;

/**
 * A sign-in with a passkey, without a password.
 */
@Component
class PasskeyStep implements FactorSignInFilter.Step {

	private final Passkeys passkeys;

	private final HttpSessionPublicKeyCredentialRequestOptionsRepository asked = new HttpSessionPublicKeyCredentialRequestOptionsRepository();

	PasskeyStep(Passkeys passkeys) {
		this.passkeys = passkeys;
	}

	@Override
	public CurrentAccount signIn(HttpServletRequest request, HttpServletResponse response) {
		PublicKeyCredentialRequestOptions options = this.asked.load(request);
		if (options == null) {
			throw new BadCredentialsException("No passkey was asked for");
		}
		// Each challenge is answered once.
		this.asked.save(request, response, null);
		String credential = Objects.requireNonNullElse(request.getParameter("credential"), "");
		try {
			return this.passkeys.signIn(options, credential, PageRequests.address(request));
		}
		catch (PasskeyRefusedException ex) {
			throw new BadCredentialsException("The passkey is refused", ex);
		}
	}

}
