package dev.segmentation.account.factor.passkey;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Component;

/**
 * The challenges that browsers have to answer with a passkey. Each is kept in the page
 * session of its browser.
 */
@Component
public class PasskeyChallenges {

	private final HttpSessionPublicKeyCredentialRequestOptionsRepository sessions = new HttpSessionPublicKeyCredentialRequestOptionsRepository();

	private final PasskeyChallengeRepository rows;

	PasskeyChallenges(PasskeyChallengeRepository rows) {
		this.rows = rows;
		this.sessions.setAttrName(PasskeyChallengeRepository.ATTRIBUTE);
	}

	/**
	 * Keeps a challenge, which replaces an earlier one.
	 */
	public void save(PublicKeyCredentialRequestOptions options, HttpServletRequest request,
			HttpServletResponse response) {
		this.sessions.save(request, response, options);
	}

	/**
	 * Takes the challenge of the session. Of several answers at the same time, one gets
	 * it.
	 */
	public Optional<PublicKeyCredentialRequestOptions> take(HttpServletRequest request, HttpServletResponse response) {
		PublicKeyCredentialRequestOptions options = this.sessions.load(request);
		if (options == null || !this.rows.delete(request.getSession().getId())) {
			return Optional.empty();
		}
		this.sessions.save(request, response, null);
		return Optional.of(options);
	}

}
